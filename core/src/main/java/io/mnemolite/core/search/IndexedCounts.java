package io.mnemolite.core.search;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.timing.Phase;
import io.mnemolite.core.timing.RequestPhases;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Counts of events: the index counts a hundred thousand in a millisecond or two, the store visits each row. The store answers
 * where the index knows only a superset of what a filter lets through, and while it does not cover every acknowledged write.
 */
public final class IndexedCounts {

    private final EventIndex index;
    private final IndexAvailability availability;

    public IndexedCounts(EventIndex index, IndexAvailability availability) {
        this.index = index;
        this.availability = availability;
    }

    /** What the index says, or else the store. */
    public <T> T read(EventFilter filter, Function<IndexSnapshot, T> indexed, Supplier<T> stored) {
        return RequestPhases.timed(Phase.INDEX, () -> read(filter, indexed)).orElseGet(stored);
    }

    private <T> Optional<T> read(EventFilter filter, Function<IndexSnapshot, T> indexed) {
        try {
            availability.requireReady();
            try (IndexSnapshot snapshot = index.snapshot()) {
                if (!snapshot.isExact(filter)) {
                    return Optional.empty();
                }
                T answer = indexed.apply(snapshot);
                // Asked again: a rebuild that cleared the index before the snapshot was taken is known by now.
                availability.requireReady();
                return Optional.of(answer);
            }
        } catch (MnemoliteException e) {
            if (e.code() != ErrorCode.UNAVAILABLE) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
