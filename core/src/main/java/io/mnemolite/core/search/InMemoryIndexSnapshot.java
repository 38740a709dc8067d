package io.mnemolite.core.search;

import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events at one moment, each compared with every query. */
final class InMemoryIndexSnapshot implements IndexSnapshot {

    private static final Comparator<IndexCandidate> NEAREST_FIRST =
            Comparator.comparingDouble(IndexCandidate::score).thenComparing(IndexCandidate::id);

    private static final Comparator<IndexCandidate> HIGHEST_FIRST =
            Comparator.comparingDouble(IndexCandidate::score).reversed().thenComparing(IndexCandidate::id);

    private final List<Event> events;
    private final int dimension;

    InMemoryIndexSnapshot(List<Event> events, int dimension) {
        this.events = events;
        this.dimension = dimension;
    }

    @Override
    public boolean isExact(EventFilter filter) {
        return true;
    }

    @Override
    public List<IndexCandidate> nearest(EmbeddingVector query, int count, EventFilter filter) {
        return distances(query, filter).sorted(NEAREST_FIRST).limit(count).toList();
    }

    @Override
    public List<IndexCandidate> allWithin(EmbeddingVector query, double maxDistance, EventFilter filter) {
        return distances(query, filter)
                .filter(candidate -> candidate.score() <= maxDistance)
                .sorted(NEAREST_FIRST)
                .toList();
    }

    @Override
    public List<IndexCandidate> lexical(String words, int count, EventFilter filter) {
        return WordRanking.of(events, words).candidates().stream()
                .filter(ranked -> filter.matches(ranked.event()))
                .map(ranked -> new IndexCandidate(ranked.event().id(), ranked.score()))
                .sorted(HIGHEST_FIRST)
                .limit(count)
                .toList();
    }

    @Override
    public int countLexical(String words, int atMost, EventFilter filter) {
        return lexical(words, atMost, filter).size();
    }

    @Override
    public int countVectors(EventFilter filter) {
        return (int) searchable(filter).count();
    }

    @Override
    public Set<EventId> absent(Collection<EventId> ids) {
        Set<EventId> absent = new LinkedHashSet<>(ids);
        events.forEach(event -> absent.remove(event.id()));
        return absent;
    }

    @Override
    public int countEvents() {
        return events.size();
    }

    @Override
    public int count(EventFilter filter) {
        return (int) passing(filter).count();
    }

    @Override
    public SortedMap<Instant, Long> timeline(EventFilter filter, ChronoUnit unit) {
        return passing(filter)
                .collect(Collectors.groupingBy(
                        event -> event.timestamp().truncatedTo(unit), TreeMap::new, Collectors.counting()));
    }

    @Override
    public void close() {}

    private Stream<Event> passing(EventFilter filter) {
        return events.stream().filter(filter::matches);
    }

    private Stream<IndexCandidate> distances(EmbeddingVector query, EventFilter filter) {
        return searchable(filter)
                .flatMap(event -> Stream.ofNullable(event.vector())
                        .map(stored -> new IndexCandidate(event.id(), query.distance(stored.vector()))));
    }

    private Stream<Event> searchable(EventFilter filter) {
        return events.stream()
                .filter(event -> event.vector() != null
                        && event.vector().vector().dimension() == dimension
                        && filter.matches(event));
    }
}
