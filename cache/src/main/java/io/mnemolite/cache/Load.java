package io.mnemolite.cache;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A read of the store that is under way; any number of callers wait for it, and none of them can stop it. */
final class Load<V> {

    private final EpochNote note;
    private final CompletableFuture<Optional<V>> outcome = new CompletableFuture<>();

    /** @param note the epochs, taken before the load reads anything */
    Load(EpochNote note) {
        this.note = note;
    }

    EpochNote note() {
        return note;
    }

    void complete(Optional<V> value) {
        outcome.complete(value);
    }

    void completeExceptionally(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    /** Waits for the outcome; a failure of the load is thrown to every waiter as it is. */
    Optional<V> await(Duration patience) {
        try {
            return outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw asUnchecked(e);
        } catch (TimeoutException e) {
            throw new MnemoliteException(
                    ErrorCode.DEADLINE_EXCEEDED,
                    "The request took longer than its deadline while it waited for the store; the read goes on, so try"
                            + " again in a moment.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MnemoliteException(
                    ErrorCode.UNAVAILABLE,
                    "The request was cancelled while it waited for the store; send it again.",
                    e);
        }
    }

    private static RuntimeException asUnchecked(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case null, default -> new IllegalStateException("A load failed with a checked exception", e);
        };
    }
}
