package io.mnemolite.cli.connect;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows hooks by which sessions begin with what the memory holds, and leave behind what they learned. */
@Command(
        name = "hooks",
        description = "Show hooks that load what the memory holds when a session begins, and save its outcome.",
        footer = {"", "Examples:", "  mnemolite hooks", "  mnemolite hooks git --project atlas"})
public final class HooksCommand implements Callable<Integer> {

    private static final List<String> KINDS = List.of("claude-code", "git", "shell");

    private final Surroundings around;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOR",
            defaultValue = "claude-code",
            description = "claude-code (the default), git, or shell for every other client.")
    private String kind = "claude-code";

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description = "The project of what is saved and loaded. Default: the name of this directory.")
    private @Nullable String project;

    public HooksCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Path launcher = around.launcher();
        Hooks hooks = new Hooks(launcher == null ? "mnemolite" : launcher.toString(), project());
        switch (kind) {
            case "claude-code" -> print("In .claude/settings.json of the project:", hooks.claudeCode());
            case "git" -> print("In .git/hooks/post-commit, which must be executable:", "#!/bin/sh\n" + hooks.commit());
            case "shell" -> {
                print("At the begin of a session, into what the agent reads:", hooks.load());
                around.out().line("");
                print("At its end:", hooks.save());
            }
            default ->
                throw CommandFailure.usage(
                        "'" + kind + "' has no hooks that are known here; known are " + String.join(", ", KINDS) + ".");
        }
        return ExitCode.DONE.number();
    }

    private void print(String where, String text) {
        around.out().line(where);
        around.out().line("");
        around.out().line(text);
    }

    private String project() {
        Path folder = Path.of("").toAbsolutePath().getFileName();
        return project != null ? project : folder == null ? "root" : folder.toString();
    }
}
