package io.mnemolite.core.code.indexing;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.priority.ThreadPriority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * As many platform threads as there are cores, shared by all requests that parse. Each request has at most that many tasks in
 * the queue and adds the next one when one of them has ended, so that requests take turns, however many files they have.
 */
public final class ParsingThreads implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final int count;
    private final ExecutorService threads;

    /** @param count how many threads; they are started when there is something to do */
    public ParsingThreads(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(
                count,
                ThreadPriority.WORK.of(
                        Thread.ofPlatform().daemon().name("parsing-", 1).factory()));
    }

    /** Begins to apply {@code task} to all items. When it throws, the others are done all the same. */
    public <T, R> Work<R> begin(List<T> items, Function<T, R> task) {
        Work<R> work = new Work<>(items.size());
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < Math.min(count, items.size()); i++) {
            threads.execute(() -> takeTurn(items, task, next, work));
        }
        return work;
    }

    private <T, R> void takeTurn(List<T> items, Function<T, R> task, AtomicInteger next, Work<R> work) {
        int place = next.getAndIncrement();
        if (place >= items.size() || work.isGivenUp) {
            return;
        }
        try {
            work.results.set(place, task.apply(items.get(place)));
        } catch (Throwable failure) { // of any kind: somebody waits for it
            work.failure.compareAndSet(null, failure);
        }
        work.open.countDown();
        if (place + 1 < items.size()) {
            threads.execute(() -> takeTurn(items, task, next, work));
        }
    }

    /** What is being done for one request. */
    public static final class Work<R> implements AutoCloseable {

        private final AtomicReferenceArray<R> results;
        private final CountDownLatch open;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private volatile boolean isGivenUp;

        private Work(int size) {
            this.results = new AtomicReferenceArray<>(size);
            this.open = new CountDownLatch(size);
        }

        /** The results in the order of the items, within the caller's deadline. */
        public List<R> await() {
            try {
                while (!open.await(Deadline.remaining(PATIENCE).toNanos(), TimeUnit.NANOSECONDS)) {
                    // The deadline itself says when it is over.
                    Deadline.remaining(PATIENCE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MnemoliteException(
                        ErrorCode.UNAVAILABLE,
                        "The request was given up while its files were parsed; send it again.",
                        e);
            }
            List<R> all = new ArrayList<>(results.length());
            for (int i = 0; i < results.length(); i++) {
                R result = results.get(i);
                if (result == null) {
                    throw new IllegalStateException("A task of parsing ended without a result", failure.get());
                }
                all.add(result);
            }
            return all;
        }

        /** Nothing more is begun. */
        @Override
        public void close() {
            isGivenUp = true;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
