package io.mnemolite.core.operation.history;

import io.mnemolite.core.operation.CacheMonitor.CacheFigures;
import io.mnemolite.core.operation.StoreMonitor.PoolFigures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a server at one moment; counters count since the start.
 *
 * @param requests answered ones
 * @param failedRequests those of them that the server could not do
 * @param executing requests at work
 * @param waiting requests that wait to be admitted
 * @param awaitingVector events that await a vector; null when that could not be read
 * @param indexLagSeconds since the change log of events was last read to its end
 */
public record Sample(
        Instant at,
        CacheFigures event,
        CacheFigures search,
        CacheFigures graph,
        long requests,
        long failedRequests,
        int executing,
        int waiting,
        PoolFigures pool,
        @Nullable Long awaitingVector,
        double indexLagSeconds,
        long heapBytes) {}
