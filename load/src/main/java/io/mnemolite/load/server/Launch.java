package io.mnemolite.load.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a server of the run's own is started.
 *
 * @param isMock whether vectors are those of the deterministic mock instead of the model
 * @param options of the command line, beside those that every start needs
 * @param cores where it and its PostgreSQL are kept; wherever the system likes when empty
 */
public record Launch(boolean isMock, List<String> options, Optional<Cores> cores) {

    public Launch {
        options = List.copyOf(options);
    }

    /** As it is installed. */
    public static Launch production(boolean isMock) {
        return new Launch(isMock, List.of(), Optional.empty());
    }

    public Launch with(List<String> others) {
        return new Launch(isMock, others, cores);
    }

    public Launch on(Optional<Cores> others) {
        return new Launch(isMock, options, others);
    }

    /** The whole command, {@code java} with its flags given. */
    List<String> command(List<String> java) {
        List<String> command = new ArrayList<>();
        cores.ifPresent(kept -> command.addAll(List.of(kept.launcher())));
        command.addAll(java);
        command.addAll(options);
        return command;
    }
}
