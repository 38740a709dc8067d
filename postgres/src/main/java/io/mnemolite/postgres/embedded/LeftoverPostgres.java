package io.mnemolite.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Processes of an earlier PostgreSQL that still work on the data. They are stopped, never adopted: nobody knows with
 * what settings they run. The caller holds the lock of the data directory.
 */
final class LeftoverPostgres {

    private static final Duration FAST = Duration.ofSeconds(20);
    private static final Duration IMMEDIATE = Duration.ofSeconds(5);

    private final Path cluster;

    LeftoverPostgres(Path cluster) {
        this.cluster = cluster;
    }

    /** Returns when none is left. */
    void stop() throws IOException, InterruptedException {
        if (!Files.isDirectory(cluster)) {
            return;
        }
        Optional<ProcessHandle> postmaster = namedInFile();
        List<ProcessHandle> all = processes();
        if (postmaster.isPresent() && isOurs(postmaster.get())) {
            Signal.INT.send(postmaster.get().pid());
            if (!haveEnded(all, FAST)) {
                Signal.QUIT.send(postmaster.get().pid());
            }
        }
        if (!haveEnded(all, IMMEDIATE)) {
            // Sessions whose postmaster died end by themselves soon; what is left hangs. Recovery makes this safe.
            all.forEach(ProcessHandle::destroyForcibly);
            haveEnded(all, IMMEDIATE);
        }
        if (postmaster.isPresent() && postmaster.get().isAlive() && !isOurs(postmaster.get())) {
            // The process id was given to another program since: PostgreSQL would take that for itself, and refuse.
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private Optional<ProcessHandle> namedInFile() throws IOException {
        return PostmasterFile.read(cluster).flatMap(file -> ProcessHandle.of(file.process()));
    }

    /** Every process of PostgreSQL works in its data directory; where that cannot be seen, the arguments tell. */
    private boolean isOurs(ProcessHandle process) {
        if (Platform.isLinux()) {
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            try {
                return Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster.toRealPath())
                        && Files.readSymbolicLink(proc.resolve("exe"))
                                .toString()
                                .matches(".*/postgres( \\(deleted\\))?");
            } catch (IOException goneOrSomebodyElses) {
                return false;
            }
        }
        return process.info()
                        .command()
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent()
                && process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains(cluster.toString()))
                        .isPresent();
    }

    private boolean haveEnded(List<ProcessHandle> processes, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        // A process that nobody waited for counts as alive to Java for ever, yet works nowhere any more.
        while (processes.stream().anyMatch(process -> process.isAlive() && isOurs(process))) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return true;
    }
}
