package io.mnemolite.server.ops;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database answers, found out by one look at a time, however many ask.
 *
 * <p>While the server is full, a look waits with all other work for the processor and for PostgreSQL. A supervisor that
 * hears nothing in time would restart the server for being busy; so the last look answers then, which is made anew every
 * second.
 */
public final class DatabaseCheck implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** The longest look, the interval after it, and the time until the next one is over. */
    private static final Duration OLDEST = Duration.ofSeconds(5);

    private static final String SILENT = "The database has not answered for seconds.";
    private static final String STOPPING = "The server is stopping.";

    private final Supplier<String> version;
    private final BooleanSupplier isFull;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("database-check").daemon().factory());

    private @Nullable CompletableFuture<Look> running;
    private volatile @Nullable Look last;

    /**
     * @param version asks the database for its version; throws when it does not answer
     * @param isFull whether requests wait for others to end
     */
    public DatabaseCheck(Supplier<String> version, BooleanSupplier isFull) {
        this.version = version;
        this.isFull = isFull;
    }

    /**
     * What was found.
     *
     * @param answers whether the database answered
     * @param text its version, or the sentence that says why not
     * @param nanos {@link System#nanoTime} when it was found
     */
    record Look(boolean answers, String text, long nanos) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }
    }

    public void start() {
        var _ = thread.scheduleWithFixedDelay(this::lookWhenFull, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A look that ends after the call; while the server is full, the last one if it is no older than five seconds. Never
     * fails, and takes no longer than that.
     */
    CompletionStage<Look> find() {
        Look found = last;
        if (found != null && isFull.getAsBoolean() && found.age().compareTo(OLDEST) <= 0) {
            return CompletableFuture.completedStage(found);
        }
        return next().copy().completeOnTimeout(failed(SILENT), OLDEST.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void close() {
        thread.shutdownNow();
        if (running != null) {
            running.complete(failed(STOPPING));
        }
    }

    private synchronized CompletableFuture<Look> next() {
        if (thread.isShutdown()) {
            return CompletableFuture.completedFuture(failed(STOPPING));
        }
        CompletableFuture<Look> shared = running;
        if (shared == null) {
            shared = new CompletableFuture<>();
            running = shared;
            thread.execute(this::lookForAll);
        }
        return shared;
    }

    private void lookForAll() {
        Look look = look();
        CompletableFuture<Look> asked;
        synchronized (this) {
            asked = running;
            running = null;
        }
        if (asked != null) {
            asked.complete(look);
        }
    }

    private void lookWhenFull() {
        if (isFull.getAsBoolean()) {
            look();
        }
    }

    /** In the calling thread. Never fails. */
    Look look() {
        Look look = ask();
        last = look;
        return look;
    }

    private Look ask() {
        try {
            String answer = Deadline.after(PATIENCE).call(version::get);
            return new Look(true, answer, System.nanoTime());
        } catch (MnemoliteException e) {
            return failed(e.sentence());
        } catch (Throwable e) { // of any kind: the next look must come, and somebody waits for this one
            LOG.error("The database could not be asked for its version", e);
            return failed("The database could not be asked; the log says why.");
        }
    }

    private static Look failed(String sentence) {
        return new Look(false, sentence, System.nanoTime());
    }
}
