package io.mnemolite.deployment.slot;

import io.mnemolite.deployment.failure.DeploymentFailure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server's process in a slot. It is found by the configuration file on its command line, so none is lost when the
 * deployer ends between starting it and writing anything down.
 */
public record SlotProcess(SlotHome home, int port) {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    /** How the JVM is started is not a matter of the server's configuration. */
    private static final Set<String> OF_THE_LAUNCHER =
            Set.of("MNEMOLITE_HEAP", "MNEMOLITE_CLASS_CACHE", "MNEMOLITE_JAVA_OPTIONS", "MNEMOLITE_JRE_IS_ENOUGH");

    /** Names that servers know without a prefix. */
    private static final Set<String> OTHERS = Set.of("ENVIRONMENT", "API_PORT", "LOG_LEVEL", "DEBUG");

    private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);

    /** The processes of this slot: the server, or the launcher that is about to become it. */
    public List<ProcessHandle> find() {
        String configuration = home.configuration().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(configuration))
                        .orElse(false))
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    public boolean isAlive() {
        return !find().isEmpty();
    }

    /** Starts the release's server in a session of its own, and does not wait for it. */
    public void start(Path launcher) {
        List<String> command = new ArrayList<>();
        // Ctrl-C at the deployer's terminal is not for the server.
        command.add(Files.isExecutable(SETSID) ? SETSID.toString() : "nohup");
        command.addAll(List.of(
                launcher.toString(),
                "serve",
                "--home",
                home.path().toString(),
                "--config",
                home.configuration().toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.path().toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(home.console().toFile());
        // The slot's configuration counts, not that of whoever deploys.
        builder.environment().keySet().removeIf(SlotProcess::configuresServers);
        try {
            builder.start();
        } catch (IOException e) {
            throw DeploymentFailure.failed("The server cannot be started with " + launcher + " (" + e + ").", e);
        }
    }

    private static boolean configuresServers(String variable) {
        return (variable.startsWith("MNEMOLITE_") && !OF_THE_LAUNCHER.contains(variable))
                || variable.startsWith("EMBEDDING_")
                || variable.endsWith("DATABASE_URL")
                || OTHERS.contains(variable);
    }

    /** Asks every process of the slot to end, and ends it by force when it does not within the time. */
    public void stop(Duration patience) {
        List<ProcessHandle> processes = find();
        processes.forEach(ProcessHandle::destroy);
        if (!haveEnded(processes, patience)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            if (!haveEnded(processes, KILL_PATIENCE)) {
                throw DeploymentFailure.failed("Process " + processes.getFirst().pid() + " of the slot " + home.path()
                        + " does not end, not even by force.");
            }
        }
    }

    private static boolean haveEnded(List<ProcessHandle> processes, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (ProcessHandle process : processes) {
            try {
                process.onExit().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
