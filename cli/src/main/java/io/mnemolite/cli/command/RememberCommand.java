package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stores a text as one event. */
@Command(
        name = "remember",
        description = "Store a text as one memory.",
        footer = {
            "",
            "Examples:",
            "  mnemolite remember \"The deploy key lives in the vault\" --meta project=atlas",
            "  git log -1 --format=%%B | mnemolite remember - --meta kind=commit",
            "  mnemolite remember \"Release day\" --timestamp 2026-05-01T09:00:00Z"
        })
public final class RememberCommand extends ServerCommand {

    @Parameters(arity = "1..*", paramLabel = "TEXT", description = "The text; - reads it from standard input.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private final MetadataOptions metadata = new MetadataOptions();

    @Option(
            names = "--timestamp",
            paramLabel = "TIME",
            description = "When it happened: ISO-8601, Unix seconds, or 7d for seven days ago. Default: now.")
    private @Nullable String timestamp;

    public RememberCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        ObjectNode event = Json.object();
        event.putObject("content").put("text", text());
        event.set("metadata", metadata.metadata());
        if (timestamp != null) {
            event.set("timestamp", Moment.parse(timestamp, around.clock()));
        }
        JsonNode stored = server.post(Routes.REMEMBER, event);
        if (options.json()) {
            printJson(stored);
        } else {
            around.out().line("Remembered as " + stored.path("id").asText() + ".");
        }
        return ExitCode.DONE;
    }

    private String text() {
        String text = words.equals(List.of("-")) ? standardInput() : String.join(" ", words);
        if (text.isBlank()) {
            throw CommandFailure.usage("The text is empty; there is nothing to remember.");
        }
        return text;
    }

    private String standardInput() {
        try {
            return new String(around.in().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "Standard input cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
