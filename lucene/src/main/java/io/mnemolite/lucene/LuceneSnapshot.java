package io.mnemolite.lucene;

import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.search.IndexCandidate;
import io.mnemolite.core.search.IndexSnapshot;
import io.mnemolite.lucene.disk.HeldReader;
import io.mnemolite.lucene.metadata.MetadataTerms;
import io.mnemolite.lucene.query.IdLookup;
import io.mnemolite.lucene.query.RequestDeadline;
import io.mnemolite.lucene.text.WordsQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;

/** One reader, released once; used by the threads of one request, one at a time. */
final class LuceneSnapshot implements IndexSnapshot {

    private final HeldReader held;
    private final int dimension;
    private final WordsQuery words;
    private final WordSearch wordSearch;
    private final VectorSearch vectorSearch;
    private final TimeSearch timeSearch;

    /** @param held closed with this snapshot */
    LuceneSnapshot(HeldReader held, int dimension, WordsQuery words) {
        this.held = held;
        this.dimension = dimension;
        this.words = words;
        RequestDeadline deadline = new RequestDeadline();
        IndexSearcher searcher = new IndexSearcher(held.reader());
        searcher.setQueryCache(null);
        searcher.setTimeout(deadline);
        this.wordSearch = new WordSearch(searcher);
        this.timeSearch = new TimeSearch(searcher);
        this.vectorSearch = new VectorSearch(searcher, deadline);
    }

    @Override
    public boolean isExact(EventFilter filter) {
        return filter.metadata().isEmpty()
                || (MetadataTerms.isExact(filter.metadata()) && reading(this::documentsThatPassEverything) == 0);
    }

    @Override
    public List<IndexCandidate> nearest(EmbeddingVector query, int count, EventFilter filter) {
        float[] target = target(query);
        return count <= 0 ? List.of() : reading(() -> vectorSearch.nearest(target, count, query(filter)));
    }

    @Override
    public List<IndexCandidate> allWithin(EmbeddingVector query, double maxDistance, EventFilter filter) {
        float[] target = target(query);
        return reading(() -> vectorSearch.allWithin(target, maxDistance, query(filter)));
    }

    @Override
    public List<IndexCandidate> lexical(String text, int count, EventFilter filter) {
        return reading(() -> wordSearch.best(words.of(text), count, query(filter)));
    }

    @Override
    public int countLexical(String text, int atMost, EventFilter filter) {
        return reading(() -> wordSearch.count(words.of(text), atMost, query(filter)));
    }

    @Override
    public int countVectors(EventFilter filter) {
        return reading(() -> vectorSearch.count(query(filter)));
    }

    @Override
    public Set<EventId> absent(Collection<EventId> ids) {
        return reading(() -> IdLookup.absent(ids, EventDocument.ID, EventKey::of, held.reader()));
    }

    @Override
    public int countEvents() {
        return reading(held.reader()::numDocs);
    }

    @Override
    public int count(EventFilter filter) {
        return reading(() -> timeSearch.count(query(filter)));
    }

    @Override
    public SortedMap<Instant, Long> timeline(EventFilter filter, ChronoUnit unit) {
        return reading(() -> timeSearch.timeline(query(filter), unit));
    }

    private int documentsThatPassEverything() throws IOException {
        // The frequency counts deleted documents too, but is there at once.
        return held.reader().docFreq(EventFilterQuery.PASSES_EVERYTHING) == 0
                ? 0
                : timeSearch.count(Optional.of(new TermQuery(EventFilterQuery.PASSES_EVERYTHING)));
    }

    private float[] target(EmbeddingVector query) {
        if (query.dimension() != dimension) {
            throw new IllegalArgumentException("The query has " + query.dimension()
                    + " dimensions, but the index holds vectors of " + dimension + ".");
        }
        return query.toArray();
    }

    private static Optional<Query> query(EventFilter filter) {
        return EventFilterQuery.of(filter);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        if (held.isClosed()) {
            throw new AlreadyClosedException("The snapshot is closed.");
        }
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException("The index could not be read: " + e, e);
        }
    }

    @Override
    public void close() {
        held.close();
    }
}
