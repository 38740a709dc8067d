package io.mnemolite.lucene.disk;

import io.mnemolite.core.priority.ThreadPriority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs what writes to the index on threads of its own and waits for it whatever happens to the caller. An interrupt would
 * close the file being written, which ends Lucene's writer for good; and request threads, being virtual, would neither
 * keep the analyzer's buffers nor leave their carrier during file access. Idle threads end by themselves.
 */
final class PlatformThreads {

    private final ExecutorService threads = Executors.newCachedThreadPool(ThreadPriority.WORK.of(
            Thread.ofPlatform().name("index-", 0).daemon().factory()));

    /** The result of {@code work}; its failure as an unchecked exception. An interrupt of the caller is kept for later. */
    <T> T call(Callable<T> work) {
        return await(threads.submit(work));
    }

    /** Whether {@code work} ended within the time; it goes on if not. */
    <T> boolean callWithin(Duration time, Callable<T> work) {
        Future<T> running = threads.submit(work);
        long end = System.nanoTime() + time.toNanos();
        try {
            uninterrupted(() -> running.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Runs all at once and waits for all; of failures the first is thrown. */
    <T> void callAll(List<Callable<T>> works) {
        List<Future<T>> running = works.stream().map(threads::submit).toList();
        RuntimeException failure = null;
        for (Future<T> future : running) {
            try {
                await(future);
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static <T> T await(Future<T> future) {
        return uninterrupted(future::get);
    }

    /** A wait for a result that may end in another exception as well, such as for being too long. */
    @FunctionalInterface
    private interface Wait<T, X extends Exception> {
        T get() throws InterruptedException, ExecutionException, X;
    }

    private static <T, X extends Exception> T uninterrupted(Wait<T, X> wait) throws X {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unchecked(e.getCause() == null ? e : e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case Error error -> throw error;
            case RuntimeException unchecked -> unchecked;
            case IOException io -> new UncheckedIOException("The index files could not be read or written: " + io, io);
            default -> new IllegalStateException(failure);
        };
    }
}
