package io.mnemolite.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One run of PostgreSQL's main process, a direct child of ours. */
final class Postmaster {

    private static final Duration FAST = Duration.ofSeconds(3);
    private static final Duration IMMEDIATE = Duration.ofSeconds(2);

    private final Process process;
    private final Path cluster;

    private Postmaster(Process process, Path cluster) {
        this.process = process;
        this.cluster = cluster;
    }

    /** Starts the child. The calling thread must live as long as the child shall: see {@link Account}. */
    static Postmaster launch(Account account, List<String> command, Path cluster, Path output) throws IOException {
        Process process = account.run("INT", command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        return new Postmaster(process, cluster);
    }

    /** Waits until connections are accepted, as long as recovery takes; false when the process ended first. */
    boolean awaitReady() throws IOException, InterruptedException {
        while (true) {
            Optional<PostmasterFile> file = PostmasterFile.read(cluster);
            if (file.isPresent()
                    && file.get().process() == process.pid()
                    && file.get().ready()) {
                return true;
            }
            if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
    }

    long pid() {
        return process.pid();
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Fast shutdown; after 3 s immediate shutdown, after 5 s the end by force. */
    void stop() throws InterruptedException {
        if (!endsAfter(Signal.INT, FAST) && !endsAfter(Signal.QUIT, IMMEDIATE)) {
            kill();
            process.waitFor();
        }
    }

    /** Ends the process as a crash would; the data survive it. */
    void kill() {
        process.destroyForcibly();
    }

    private boolean endsAfter(Signal signal, Duration limit) throws InterruptedException {
        if (process.isAlive()) {
            try {
                signal.send(process.pid());
            } catch (IOException noShell) {
                return false;
            }
        }
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
