package io.mnemolite.cli.code;

import io.mnemolite.cli.terminal.Surroundings;
import picocli.CommandLine.Command;

/** Who calls a symbol. */
@Command(
        name = "callers",
        description = "Show who calls or references a symbol, with the lines of the calls; tests come last.",
        footer = {
            "",
            "Exit code: 5 when NAME stands for several symbols; they are listed then.",
            "",
            "Examples:",
            "  mnemolite code callers Builder.build",
            "  mnemolite code callers parse --repository atlas --json"
        })
final class CallersCommand extends NeighbourCommand {

    CallersCommand(Surroundings around) {
        super(around);
    }

    @Override
    String question() {
        return "callers";
    }

    @Override
    String singular() {
        return "caller";
    }

    @Override
    String unresolved() {
        return "named so";
    }
}
