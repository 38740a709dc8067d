package io.mnemolite.embedding.onnx;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.priority.ThreadPriority;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The few platform threads that run native code, first come, first served. A native call on a virtual thread would hold
 * its carrier for as long as it takes, and there are no more carriers than cores; a fixed set of threads also bounds the
 * memory that the C library keeps for each thread that ever allocated.
 */
final class InferenceThreads {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final ThreadPoolExecutor executor;

    InferenceThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least one thread embeds, not " + count + ".");
        }
        this.executor = new ThreadPoolExecutor(
                count,
                count,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                ThreadPriority.WORK.of(
                        Thread.ofPlatform().daemon().name("embedding-", 1).factory()));
        executor.allowCoreThreadTimeOut(true);
    }

    int count() {
        return executor.getMaximumPoolSize();
    }

    /** Whether nothing runs or waits at this moment. */
    boolean areIdle() {
        return executor.getActiveCount() == 0 && executor.getQueue().isEmpty();
    }

    /** Runs {@code task} when a thread is free. */
    void begin(FutureTask<?> task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            throw closed(e);
        }
    }

    /**
     * The result of {@code task}.
     *
     * @throws MnemoliteException the one the task threw; with {@link ErrorCode#DEADLINE_EXCEEDED} when the current
     *     request's time is over; with {@link ErrorCode#UNAVAILABLE} when the threads were closed or the caller
     *     interrupted
     */
    static <T> T await(Future<T> task) {
        while (true) {
            try {
                return task.get(Deadline.remaining(NO_LIMIT).toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException timeIsOver) {
                // The next turn asks what remains, which throws when nothing does.
            } catch (CancellationException e) {
                throw closed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MnemoliteException(
                        ErrorCode.UNAVAILABLE,
                        "The embedding was interrupted because its request ended; try again.",
                        e);
            } catch (ExecutionException e) {
                throw failure(e);
            }
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case MnemoliteException known -> new MnemoliteException(known.code(), known.sentence(), known);
            case Error error -> throw error;
            case RuntimeException unexpected -> unexpected;
            case null, default -> new IllegalStateException(e);
        };
    }

    private static MnemoliteException closed(Throwable cause) {
        return new MnemoliteException(
                ErrorCode.UNAVAILABLE,
                "The embedding model is closed because the server stops; try again later.",
                cause);
    }

    /** Cancels what waits and gives what runs some time to end; whether nothing runs any more. */
    boolean close() {
        executor.shutdown();
        executor.getQueue().removeIf(waiting -> waiting instanceof FutureTask<?> task && task.cancel(false));
        try {
            return executor.awaitTermination(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
