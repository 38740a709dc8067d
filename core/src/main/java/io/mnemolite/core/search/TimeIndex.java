package io.mnemolite.core.search;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.timing.Phase;
import io.mnemolite.core.timing.RequestPhases;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Counts of events by time alone: the index counts a hundred thousand in a millisecond or two, the store visits each row. The
 * store answers where metadata counts too, and while the index does not cover every acknowledged write.
 */
public final class TimeIndex {

    private final EventIndex index;
    private final IndexAvailability availability;

    public TimeIndex(EventIndex index, IndexAvailability availability) {
        this.index = index;
        this.availability = availability;
    }

    /** What the index says, or else the store. */
    public <T> T read(EventFilter filter, Function<IndexSnapshot, T> indexed, Supplier<T> stored) {
        return filter.isTimeAlone() ? RequestPhases.timed(Phase.INDEX, () -> read(indexed, stored)) : stored.get();
    }

    private <T> T read(Function<IndexSnapshot, T> indexed, Supplier<T> stored) {
        try {
            availability.requireReady();
            try (IndexSnapshot snapshot = index.snapshot()) {
                T answer = indexed.apply(snapshot);
                // Asked again: a rebuild that cleared the index before the snapshot was taken is known by now.
                availability.requireReady();
                return answer;
            }
        } catch (MnemoliteException e) {
            if (e.code() != ErrorCode.UNAVAILABLE) {
                throw e;
            }
            return stored.get();
        }
    }
}
