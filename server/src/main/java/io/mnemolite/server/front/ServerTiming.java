package io.mnemolite.server.front;

import io.mnemolite.core.timing.Phase;
import io.mnemolite.core.timing.RequestPhases;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Callable;

/** Tells a caller where the time of its request went, in the header that browsers show beside it. */
final class ServerTiming {

    private static final String HEADER = "Server-Timing";

    private ServerTiming() {}

    /** Does the work of a request whose admission is over, and tells of it unless the answer's head is written already. */
    static Object told(HttpServerResponse response, RequestPhases phases, Callable<Object> work) throws Exception {
        long start = System.nanoTime();
        try {
            return work.call();
        } finally {
            if (!response.headWritten()) {
                response.putHeader(HEADER, header(phases, System.nanoTime() - start));
            }
        }
    }

    private static String header(RequestPhases phases, long work) {
        StringBuilder header = new StringBuilder(64)
                .append("wait;dur=")
                .append(millis(phases.nanos(Phase.ADMISSION)))
                .append(", work;dur=")
                .append(millis(work));
        for (Phase phase : Phase.values()) {
            if (phase != Phase.ADMISSION && phases.nanos(phase) > 0) {
                header.append(", ").append(phase.wireName()).append(";dur=").append(millis(phases.nanos(phase)));
            }
        }
        return header.toString();
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e4) / 1e2;
    }
}
