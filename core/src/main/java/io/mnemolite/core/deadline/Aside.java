package io.mnemolite.core.deadline;

import io.mnemolite.core.timing.RequestPhases;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A part of a request's work that goes on in a thread of its own while the request does something else. It has the request's
 * deadline and adds to its phases; whoever loses interest in it need not wait.
 */
public final class Aside<T> {

    private final CompletableFuture<T> result = new CompletableFuture<>();

    private Aside() {}

    public static <T> Aside<T> begin(Supplier<T> work) {
        Aside<T> aside = new Aside<>();
        Supplier<T> carried = Deadline.carried(RequestPhases.carried(work));
        Thread.ofVirtual().name("aside").start(() -> aside.run(carried));
        return aside;
    }

    private void run(Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (Throwable failure) { // of any kind: somebody waits for it
            result.completeExceptionally(failure);
        }
    }

    /** What came of it; throws what it threw. */
    public T await() {
        try {
            return result.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }
}
