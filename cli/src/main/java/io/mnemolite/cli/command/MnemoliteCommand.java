package io.mnemolite.cli.command;

import io.mnemolite.cli.failure.CommandFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root: prints help and version, else needs a command. */
@Command(
        name = "mnemolite",
        synopsisSubcommandLabel = "COMMAND",
        description = "Memory for agents, on your own machine.",
        footer = {
            "",
            "mnemolite serve starts a server. mnemolite COMMAND --help explains a command.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 no server, 4 the server refused,",
            "5 a name is ambiguous, 6 a deployment was undone, 7 another one is under way."
        })
public final class MnemoliteCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            CommandLine line = spec.commandLine();
            line.usage(line.getErr());
        }
        throw CommandFailure.usage("Name a command.");
    }
}
