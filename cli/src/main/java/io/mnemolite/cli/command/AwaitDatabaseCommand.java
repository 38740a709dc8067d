package io.mnemolite.cli.command;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.home.HomeOwner;
import io.mnemolite.cli.terminal.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Waits until the PostgreSQL that the launcher has just started answers. Not for people, so help does not list it. */
@Command(
        name = "await-database",
        hidden = true,
        description = "Wait until the database with a pid is ready; print its address.")
public final class AwaitDatabaseCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final LocalOptions options = new LocalOptions();

    @Option(names = "--pid", required = true, paramLabel = "PID", description = "The process.")
    private long pid;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "180", description = "How long to wait.")
    private int timeout;

    public AwaitDatabaseCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Path home = options.home(around);
        long end = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
        while (System.nanoTime() < end) {
            if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                // The launcher shows the end of the log.
                return ExitCode.NO_SERVER.number();
            }
            Optional<String> address =
                    HomeOwner.alive(home).filter(owner -> owner.pid() == pid).map(HomeOwner::address);
            if (address.isPresent()) {
                around.out().line(address.get());
                return ExitCode.DONE.number();
            }
            Polling.pause(around);
        }
        throw new CommandFailure(
                ExitCode.FAILED,
                "The database (pid " + pid + ") runs but does not answer after " + timeout
                        + " s. It goes on starting; ask mnemolite status.");
    }
}
