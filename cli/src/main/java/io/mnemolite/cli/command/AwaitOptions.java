package io.mnemolite.cli.command;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A process that the launcher has just started for a home, and how long to wait for it. */
public final class AwaitOptions {

    @Mixin
    private final LocalOptions options = new LocalOptions();

    @Option(names = "--pid", required = true, paramLabel = "PID", description = "The process.")
    private long pid;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "180", description = "How long to wait.")
    private int timeout;

    long pid() {
        return pid;
    }

    int timeout() {
        return timeout;
    }

    /**
     * Prints the address once there is one; the exit code.
     *
     * @param ready the address at which the process serves this home, empty until it does
     * @param late what to say when the time is over
     */
    int await(Surroundings around, Function<Path, Optional<String>> ready, String late) {
        Path home = options.home(around);
        long end = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
        while (System.nanoTime() < end) {
            if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                // The launcher shows the end of the log.
                return ExitCode.NO_SERVER.number();
            }
            Optional<String> address = ready.apply(home);
            if (address.isPresent()) {
                around.out().line(address.get());
                return ExitCode.DONE.number();
            }
            Polling.pause(around);
        }
        throw new CommandFailure(ExitCode.FAILED, late);
    }
}
