package io.mnemolite.core.search;

import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * The index at one moment; every call sees the same events. Filters: time bounds are exact; metadata may be a superset of
 * those that contain it (each match passes, some that do not match may pass too), so where a filter {@linkplain #isExact is
 * not exact} callers check candidates with {@link EventFilter#matches}.
 */
public interface IndexSnapshot extends AutoCloseable {

    /**
     * Whether just what matches the filter passes it here, with nothing beside. Always so for time bounds alone, and as a rule
     * for metadata whose values are some texts, booleans and nulls, in objects but not in arrays.
     */
    boolean isExact(EventFilter filter);

    /**
     * The approximately nearest events by L2 distance, nearest first, ties by id, at most {@code count}. Distances are
     * computed in double from the stored vectors. Events without a vector of the index's dimension are never offered.
     */
    List<IndexCandidate> nearest(EmbeddingVector query, int count, EventFilter filter);

    /** As {@link #nearest}, exact: compares every vector that passes the filter, and offers all of them within {@code maxDistance}. */
    List<IndexCandidate> allWithin(EmbeddingVector query, double maxDistance, EventFilter filter);

    /** The events with the highest BM25 scores for the words, best first, ties by id, at most {@code count}. */
    List<IndexCandidate> lexical(String words, int count, EventFilter filter);

    /** How many events {@link #lexical} could offer, counted up to {@code atMost}. */
    int countLexical(String words, int atMost, EventFilter filter);

    /** How many events with a searchable vector pass the filter. */
    int countVectors(EventFilter filter);

    /** Those of the ids that the index does not hold. */
    Set<EventId> absent(Collection<EventId> ids);

    /** How many events the index holds. */
    int countEvents();

    /** How many events pass the filter. */
    int count(EventFilter filter);

    /** How many events pass the filter, by the start (UTC) of each minute, hour or day of their timestamps with at least one. */
    SortedMap<Instant, Long> timeline(EventFilter filter, ChronoUnit unit);

    @Override
    void close();
}
