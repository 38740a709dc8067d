package io.mnemolite.server.front;

import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Callable;

/** Tells a caller where the time of its request went, in the header that browsers show beside it; off unless profiling. */
public final class ServerTiming {

    private static final String HEADER = "Server-Timing";

    private final boolean isOn;

    public ServerTiming(boolean isOn) {
        this.isOn = isOn;
    }

    /** Does the work of a request that came at {@code arrival}, a {@link System#nanoTime()}. */
    Object measured(HttpServerResponse response, long arrival, Callable<Object> work) throws Exception {
        if (!isOn) {
            return work.call();
        }
        long start = System.nanoTime();
        try {
            return work.call();
        } finally {
            if (!response.headWritten()) {
                response.putHeader(
                        HEADER,
                        "wait;dur=" + millis(start - arrival) + ", work;dur=" + millis(System.nanoTime() - start));
            }
        }
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e4) / 1e2;
    }
}
