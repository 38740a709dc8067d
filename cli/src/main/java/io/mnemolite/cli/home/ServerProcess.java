package io.mnemolite.cli.home;

import java.time.Duration;
import java.time.Instant;
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
        return of(state.pid(), state.startedAt(), "quarkus-run.jar");
    }

    /** The same for another program of ours: its process, when that wrote its file, and what its jar's name holds. */
    static Optional<ServerProcess> of(long pid, Instant writtenAt, String jar) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> isOurs(handle.info(), writtenAt, jar))
                .map(ServerProcess::new);
    }

    private static boolean isOurs(ProcessHandle.Info info, Instant writtenAt, String jar) {
        boolean java = info.command().map(command -> command.endsWith("java")).orElse(true);
        boolean oldEnough = info.startInstant()
                .map(start -> !start.isAfter(writtenAt.plus(ROUNDING)))
                .orElse(true);
        // Some systems hide the arguments; where they are shown they must name the jar.
        boolean named = info.arguments()
                .map(arguments -> String.join(" ", arguments).contains(jar))
                .orElse(true);
        return java && oldEnough && named;
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
