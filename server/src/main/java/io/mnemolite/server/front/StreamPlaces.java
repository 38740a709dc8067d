package io.mnemolite.server.front;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** Streams and operator jobs have no total deadline, so few of them run at once; more are refused, not queued. */
public final class StreamPlaces {

    private static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE);

    public <T> T run(Callable<T> work) throws Exception {
        if (!places.tryAcquire()) {
            throw new MnemoliteException(
                    ErrorCode.OVERLOADED,
                    AT_ONCE + " imports, exports or checks run already; try again when one of them has ended.");
        }
        try {
            return work.call();
        } finally {
            places.release();
        }
    }
}
