package io.mnemolite.core.search;

import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** Vectors on a line, the next a little farther than the one before; as a graph does, it misses some of the nearest. */
final class LineSnapshot implements IndexSnapshot {

    private static final double STEP = 0.001;

    /** How many candidates each search was asked for, the exact ones aside. */
    final List<Integer> asked = new ArrayList<>();

    int exactScans;

    private final List<IndexCandidate> line;

    LineSnapshot(int size) {
        this.line = IntStream.range(0, size)
                .mapToObj(i -> new IndexCandidate(new EventId(new UUID(0x7000L, 0x8000_0000_0000_0000L | i)), i * STEP))
                .toList();
    }

    List<EventId> ids() {
        return line.stream().map(IndexCandidate::id).toList();
    }

    /** The fewer are asked for, the more are missed. */
    @Override
    public List<IndexCandidate> nearest(EmbeddingVector query, int count, EventFilter filter) {
        asked.add(count);
        int missed = Math.max(2, count / 20);
        return line.stream()
                .filter(candidate -> line.size() <= count || Math.round(candidate.score() / STEP) % missed != 1)
                .limit(count)
                .toList();
    }

    @Override
    public List<IndexCandidate> allWithin(EmbeddingVector query, double maxDistance, EventFilter filter) {
        exactScans++;
        return line.stream()
                .filter(candidate -> candidate.score() <= maxDistance)
                .toList();
    }

    @Override
    public int countVectors(EventFilter filter) {
        return line.size();
    }

    @Override
    public int countEvents() {
        return line.size();
    }

    @Override
    public boolean isExact(EventFilter filter) {
        return filter.metadata().isEmpty();
    }

    @Override
    public int count(EventFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SortedMap<Instant, Long> timeline(EventFilter filter, ChronoUnit unit) {
        throw new UnsupportedOperationException();
    }

    /** Every word is in every event. */
    @Override
    public List<IndexCandidate> lexical(String words, int count, EventFilter filter) {
        asked.add(count);
        return line.stream().limit(count).toList();
    }

    @Override
    public int countLexical(String words, int atMost, EventFilter filter) {
        return Math.min(atMost, line.size());
    }

    @Override
    public Set<EventId> absent(Collection<EventId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
