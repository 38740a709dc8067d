package io.mnemolite.cli.home;

import java.time.Duration;
import java.util.Optional;

/** The living process that a state file names. */
public final class ServerProcess {

    /** Systems round the start time of a process. */
    private static final Duration ROUNDING = Duration.ofSeconds(3);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

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
        long end = System.nanoTime() + time.toNanos();
        try {
            // The JDK's onExit looks after a process that is no child too seldom: it noticed an end two seconds late.
            while (handle.isAlive()) {
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                Thread.sleep(LOOK_AGAIN);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
