package io.mnemolite.core.operation;

import io.mnemolite.core.indexing.IndexState;
import io.mnemolite.core.operation.StoreMonitor.PoolFigures;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server's condition is judged by, at one moment.
 *
 * @param severities how many events of each severity the last 24 hours have; null when that could not be read
 * @param databaseFailure why the database does not answer; null while it does
 * @param embeddingFailures why vectors cannot be made at the moment, by what they are of
 * @param heapUsed in bytes
 * @param heapMax in bytes; 0 when there is no bound
 */
public record Vitals(
        @Nullable Map<String, Long> severities,
        @Nullable String databaseFailure,
        List<IndexVitals> indexes,
        PoolFigures pool,
        Map<String, String> embeddingFailures,
        long heapUsed,
        long heapMax) {

    public Vitals {
        severities = severities == null ? null : Map.copyOf(severities);
        indexes = List.copyOf(indexes);
        embeddingFailures = Map.copyOf(embeddingFailures);
    }

    /**
     * An index.
     *
     * @param name as in "The search index"
     * @param lagSeconds since the change log was last read to its end
     */
    public record IndexVitals(String name, IndexState state, double lagSeconds) {}
}
