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
 * The index at one moment; every call sees the same events. Filters: time bounds are exact; metadata is a superset of
 * those that contain it (each match passes, some that do not match may pass too), so callers check candidates with
 * {@link EventFilter#matches}.
 */
public interface IndexSnapshot extends AutoCloseable {

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

    /**
     * How many events have a timestamp within the bounds of the filter.
     *
     * @throws IllegalArgumentException when the filter asks for metadata, of which only a superset is known here
     */
    int countByTime(EventFilter times);

    /**
     * How many events have a timestamp within the bounds of the filter, by the start (UTC) of each minute, hour or day with at
     * least one.
     *
     * @throws IllegalArgumentException when the filter asks for metadata, of which only a superset is known here
     */
    SortedMap<Instant, Long> timeline(EventFilter times, ChronoUnit unit);

    @Override
    void close();
}
