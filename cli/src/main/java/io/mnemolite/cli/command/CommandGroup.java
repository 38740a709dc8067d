package io.mnemolite.cli.command;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.terminal.Surroundings;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command of commands. By itself it prints its help, and is wrong usage. */
public abstract class CommandGroup implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** By name, in the order of the help. */
    public abstract Map<String, Function<Surroundings, Object>> commands();

    @Override
    public final void run() {
        if (spec != null) {
            CommandLine line = spec.commandLine();
            line.usage(line.getErr());
        }
        throw CommandFailure.usage("Name a command.");
    }
}
