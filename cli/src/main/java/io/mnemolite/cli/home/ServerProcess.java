package io.mnemolite.cli.home;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The living process that a state file names. */
public final class ServerProcess {

    /** Systems round the start time of a process. */
    private static final Duration ROUNDING = Duration.ofSeconds(3);

    private final ProcessHandle handle;

    private ServerProcess(ProcessHandle handle) {
        this.handle = handle;
    }

    /**
     * Empty when the server has ended. A pid is given again to strangers, so the process must be a Java program and must
     * not be younger than the state file says.
     */
    public static Optional<ServerProcess> of(ServerState state) {
        return ProcessHandle.of(state.pid())
                .filter(ProcessHandle::isAlive)
                .filter(handle -> isServer(handle.info(), state))
                .map(ServerProcess::new);
    }

    private static boolean isServer(ProcessHandle.Info info, ServerState state) {
        boolean java = info.command().map(command -> command.endsWith("java")).orElse(true);
        boolean oldEnough = info.startInstant()
                .map(start -> !start.isAfter(state.startedAt().plus(ROUNDING)))
                .orElse(true);
        // Some systems hide the arguments; where they are shown they must name the server's jar.
        boolean server = info.arguments()
                .map(arguments -> String.join(" ", arguments).contains("quarkus-run.jar"))
                .orElse(true);
        return java && oldEnough && server;
    }

    public long pid() {
        return handle.pid();
    }

    /** Asks the process to end (SIGTERM); false when the system does not allow it. */
    public boolean askToEnd() {
        return handle.destroy();
    }

    /** Whether the process ends within the time. */
    public boolean endsWithin(Duration time) {
        try {
            handle.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
