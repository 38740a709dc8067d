package io.mnemolite.parsing.tree;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Threads with a stack for any text, one a processor, gone when there is nothing to parse.
 *
 * <p>tree-sitter frees ambiguous parses by recursion, one level for each token that is not yet part of a whole: ten
 * thousand {@code else if} overflow an ordinary stack, which ends the process. The stack is reserved address space; only
 * such a text makes memory of it.
 */
final class ParsingThreads {

    /** A level takes about 120 bytes, and a token at least one byte of text. */
    private static final long STACK_PER_BYTE = 250;

    private static final long STACK_BYTES = STACK_PER_BYTE * SyntaxTrees.LARGEST;

    private final AtomicInteger started = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    ParsingThreads() {
        int processors = Runtime.getRuntime().availableProcessors();
        threads = new ThreadPoolExecutor(
                processors, processors, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "parsing-" + started.incrementAndGet(), STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /** Runs {@code work} and waits for it; an interrupt is kept for the caller, since the work ends soon. */
    <T> T run(Callable<T> work) {
        Future<T> future = threads.submit(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
