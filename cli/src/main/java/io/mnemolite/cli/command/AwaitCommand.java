package io.mnemolite.cli.command;

import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.home.ServerState;
import io.mnemolite.cli.terminal.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Waits until the server that the launcher has just started is ready. Not for people, so help does not list it. */
@Command(name = "await", hidden = true, description = "Wait until the server with a pid is ready; print its address.")
public final class AwaitCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final LocalOptions options = new LocalOptions();

    @Option(names = "--pid", required = true, paramLabel = "PID", description = "The server's process.")
    private long pid;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "180", description = "How long to wait.")
    private int timeout;

    public AwaitCommand(Surroundings around) {
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
            Optional<URI> ready = state(home)
                    .filter(state -> state.pid() == pid)
                    .map(ServerState::url)
                    .filter(this::isReady);
            if (ready.isPresent()) {
                around.out().line(ready.get().toString());
                return ExitCode.DONE.number();
            }
            Polling.pause(around);
        }
        throw new CommandFailure(
                ExitCode.FAILED,
                "The server (pid " + pid + ") runs but is not ready after " + timeout + " s. It goes on starting; ask"
                        + " mnemolite status.");
    }

    /** A file that is being written now is read in the next round. */
    private static Optional<ServerState> state(Path home) {
        try {
            return ServerState.read(home);
        } catch (CommandFailure e) {
            return Optional.empty();
        }
    }

    private boolean isReady(URI url) {
        try {
            return new ServerConnection(url, null).ask(Routes.READINESS).isSuccess();
        } catch (CommandFailure e) {
            return false;
        }
    }
}
