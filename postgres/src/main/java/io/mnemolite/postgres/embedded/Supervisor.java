package io.mnemolite.postgres.embedded;

import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.priority.ThreadPriority;
import io.mnemolite.postgres.embedded.EmbeddedPostgres.State;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one platform thread that creates every child, waits on it, and starts the next one when it dies.
 *
 * <p>The kernel ends the child when the thread that created it ends: a virtual thread or a pooled one would take
 * PostgreSQL along. So this thread does all of it, from the unpacking to the last wait.
 */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private static final int FIRST_TRIES = 5;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STABLE = Duration.ofSeconds(30);

    private final EmbeddedPostgresSettings settings;
    private final DataDirectory directory;
    private final Consumer<State> listener;
    private final CompletableFuture<Void> started;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ReentrantLock launching = new ReentrantLock();

    private volatile State state = State.STARTING;
    private volatile int port;
    private volatile @Nullable Postmaster postmaster;

    Supervisor(
            EmbeddedPostgresSettings settings,
            DataDirectory directory,
            Consumer<State> listener,
            CompletableFuture<Void> started) {
        this.settings = settings;
        this.directory = directory;
        this.listener = listener;
        this.started = started;
        this.thread = Thread.ofPlatform().daemon().name("postgres-supervisor").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    State state() {
        return state;
    }

    int port() {
        return port;
    }

    long pid() {
        Postmaster last = postmaster;
        return last == null ? -1 : last.pid();
    }

    /** Stops the child, if there is one, and returns when the thread has ended. */
    void stop() {
        launching.lock();
        try {
            closing.countDown();
        } finally {
            launching.unlock();
        }
        Postmaster last = postmaster;
        try {
            if (last != null) {
                last.stop();
            }
            thread.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            if (last != null) {
                last.kill();
            }
        }
    }

    private void run() {
        try {
            // PostgreSQL inherits it.
            ThreadPriority.WORK.take();
            Installation installation = Installation.prepare(settings, directory);
            Duration pause = SHORTEST_PAUSE;
            for (int attempt = 1; !isClosing(); attempt++) {
                long begin = System.nanoTime();
                serveOnce(installation);
                if (!started.isDone() && attempt == FIRST_TRIES) {
                    throw installation.failed(port);
                }
                if (System.nanoTime() - begin > STABLE.toNanos()) {
                    pause = SHORTEST_PAUSE;
                }
                if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (IOException | InterruptedException | RuntimeException failure) {
            started.completeExceptionally(failure);
        } finally {
            enter(State.STOPPED);
            started.completeExceptionally(new IOException("it was stopped during its start"));
        }
    }

    /** One life of PostgreSQL: returns when it has ended. After the first success no failure is final. */
    private void serveOnce(Installation installation) throws IOException, InterruptedException {
        try {
            if (!started.isDone()) {
                port = settings.port() == 0 ? FreePort.find() : settings.port();
                directory.writePort(port);
            }
            serve(installation);
        } catch (IOException | MnemoliteException failure) {
            if (!started.isDone()) {
                throw failure;
            }
            LOG.warn("PostgreSQL could not be started again", failure);
        }
        if (started.isDone() && !isClosing()) {
            enter(State.RESTARTING);
            LOG.warn("PostgreSQL ended by itself and is started again; its log is in {}", settings.logDirectory());
        }
    }

    private void serve(Installation installation) throws IOException, InterruptedException {
        Postmaster child = launch(installation);
        if (child == null) {
            return;
        }
        try {
            if (child.awaitReady() && installation.isDurable(port)) {
                enter(State.RUNNING);
                started.complete(null);
                child.waitFor();
            }
        } finally {
            child.kill();
            // Its own children follow it at once, but not before it: while they live, they write into the data.
            installation.stopLeftover();
        }
    }

    /** No child is created once the closing has begun: the lock lets {@link #stop} see every one that was. */
    private @Nullable Postmaster launch(Installation installation) throws IOException {
        launching.lock();
        try {
            if (isClosing()) {
                return null;
            }
            Postmaster child = installation.launch(port);
            postmaster = child;
            return child;
        } finally {
            launching.unlock();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void enter(State next) {
        if (state != next) {
            state = next;
            try {
                listener.accept(next);
            } catch (RuntimeException failure) {
                // This thread's end would be PostgreSQL's.
                LOG.error("The listener of PostgreSQL's state failed at {}", next, failure);
            }
        }
    }
}
