package io.mnemolite.core.search;

import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.EventFilter;
import org.jspecify.annotations.Nullable;

/**
 * A search for events.
 *
 * @param text the query's words; null or blank with no vector means: filter only, newest first
 * @param vector the caller's own query vector, which takes the place of the text's in the vector channel
 * @param distanceThreshold the highest L2 distance of the vector channel; {@link #NO_THRESHOLD} bounds nothing
 * @param explain whether the answer says how it came about
 */
public record EventQuery(
        @Nullable String text,
        @Nullable EmbeddingVector vector,
        SearchMode mode,
        EventFilter filter,
        int limit,
        int offset,
        double distanceThreshold,
        boolean explain) {

    /** The distance threshold that bounds nothing. */
    public static final double NO_THRESHOLD = 2.0;

    public EventQuery {
        text = text == null || text.isBlank() ? null : text.strip();
        if (limit < 1 || offset < 0) {
            throw new IllegalArgumentException("limit " + limit + ", offset " + offset);
        }
    }

    /** Events whose metadata contains the filter's and whose time lies within its bounds, newest first. */
    public static EventQuery filterOnly(EventFilter filter, int limit, int offset) {
        return new EventQuery(null, null, SearchMode.VECTOR, filter, limit, offset, NO_THRESHOLD, false);
    }

    /** The first events of all in the ranking of a mode. */
    public static EventQuery ofText(String text, SearchMode mode, int limit) {
        return new EventQuery(text, null, mode, EventFilter.ALL, limit, 0, NO_THRESHOLD, false);
    }

    /** The events nearest to a vector, however far. */
    public static EventQuery nearestTo(EmbeddingVector vector, int limit) {
        return new EventQuery(null, vector, SearchMode.VECTOR, EventFilter.ALL, limit, 0, NO_THRESHOLD, false);
    }

    /** The rank of the last hit that the page has room for. */
    long end() {
        return (long) offset + limit;
    }

    /** A query that asks for neither words nor meaning. */
    public boolean isFilterOnly() {
        return text == null && vector == null;
    }

    public boolean hasThreshold() {
        return distanceThreshold < NO_THRESHOLD;
    }
}
