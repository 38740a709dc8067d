package io.mnemolite.cli.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows or makes the entry by which a client finds MnemoLite. */
@Command(
        name = "connect",
        description = "Show where an agent's client keeps its configuration and what belongs there; with --write put it"
                + " there. Everything else in the file stays as it is.",
        footer = {
            "",
            "Clients: claude-code, claude-desktop, cursor, vscode, codex, windsurf, zed, gemini-cli.",
            "",
            "Examples:",
            "  mnemolite connect claude-code --write",
            "  mnemolite connect cursor --project atlas --file .cursor/mcp.json --write",
            "  mnemolite connect vscode --http"
        })
public final class ConnectCommand implements Callable<Integer> {

    private static final String NAME = "mnemolite";

    private final Surroundings around;

    @Parameters(paramLabel = "CLIENT", description = "The client.")
    private String client = "";

    @Mixin
    private final EntryOptions entryOptions = new EntryOptions();

    @Option(names = "--write", description = "Change the client's file; the old one is kept as FILE.bak.")
    private boolean write;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The file. Default: the one of the user, for all projects.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Print JSON, and nothing else, on standard output.")
    private boolean json;

    public ConnectCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Client named = Client.named(client.toLowerCase(Locale.ROOT));
        ObjectNode entry = entryOptions.entry(named, around);
        Path target = file != null ? file.toAbsolutePath() : named.file(Platform.current(), around.environment());
        String snippet = named.isToml()
                ? new TomlMerge(named.section(), NAME, entry).snippet()
                : new JsonMerge(named.section(), NAME, entry).snippet();
        ObjectNode report = Json.object().put("client", named.id()).put("file", target.toString());
        report.put("section", named.section()).put("name", NAME).set("entry", entry);
        report.put("snippet", snippet);
        if (write) {
            write(named, entry, target, snippet, report);
        } else {
            show(named, target, snippet, report);
        }
        return ExitCode.DONE.number();
    }

    private void show(Client named, Path target, String snippet, ObjectNode report) {
        ObjectNode files = report.putObject("files");
        for (Platform platform : Platform.values()) {
            files.put(platform.title(), platform.written(named));
        }
        if (json) {
            around.out().line(Json.print(report));
            return;
        }
        around.out().line(named.title() + " reads " + target + ". Put this there, beside what it holds:");
        around.out().line("");
        around.out().line(snippet);
        around.out().line("");
        around.out().line("With --write this command does it. The file of the user, by system:");
        files.properties()
                .forEach(path -> around.out()
                        .line("  " + path.getKey() + ": " + path.getValue().asText()));
    }

    private void write(Client named, ObjectNode entry, Path target, String snippet, ObjectNode report) {
        try {
            ConfigurationFile configuration = ConfigurationFile.read(target);
            Merged merged = named.isToml()
                    ? new TomlMerge(named.section(), NAME, entry).into(configuration.text())
                    : new JsonMerge(named.section(), NAME, entry).into(configuration.text());
            Path backup = merged.outcome() == Merged.Outcome.UNCHANGED ? null : configuration.replace(merged.text());
            report.put("outcome", merged.outcome().name().toLowerCase(Locale.ROOT));
            report.put("backup", backup == null ? null : backup.toString());
            around.out().line(json ? Json.print(report) : sentence(named, merged.outcome(), target, backup));
        } catch (UnmergeableFile e) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "The file " + target + " " + e.clause() + ", so it was left as it is. Put this there by hand:\n\n"
                            + snippet,
                    e);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "The file " + target + " cannot be read or replaced (" + e + ").", e);
        }
    }

    private static String sentence(Client named, Merged.Outcome outcome, Path target, @Nullable Path backup) {
        String kept = backup == null ? "" : " The file as it was is in " + backup + ".";
        String restart = " Restart " + named.title() + " to make it read this.";
        return switch (outcome) {
            case ADDED -> "Added " + NAME + " to " + target + "." + kept + restart;
            case REPLACED -> "Replaced another entry named " + NAME + " in " + target + "." + kept + restart;
            case UNCHANGED -> target + " has this entry already; nothing was changed.";
        };
    }
}
