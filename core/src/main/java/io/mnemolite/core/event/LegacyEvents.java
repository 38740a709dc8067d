package io.mnemolite.core.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a v1 database, which is only read. Failures as in {@link EventStore}; a database without v1's tables is
 * {@link io.mnemolite.core.error.ErrorCode#BAD_REQUEST}.
 */
public interface LegacyEvents extends AutoCloseable {

    /** Opens such databases. */
    interface Opener {

        /** @param url as in DATABASE_URL */
        LegacyEvents open(String url);
    }

    long count();

    /** How many nodes and edges the memory graph has. */
    GraphSize graph();

    /** Events in id order after {@code after}, at most {@code limit}, each with its vector, if any, as a client's. */
    List<EventDraft> after(@Nullable EventId after, int limit);

    @Override
    void close();

    record GraphSize(long nodes, long edges) {}
}
