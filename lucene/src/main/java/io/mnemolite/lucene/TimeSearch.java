package io.mnemolite.lucene;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** Counts of events by their timestamps. */
final class TimeSearch {

    private final IndexSearcher searcher;

    TimeSearch(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    int count(Optional<Query> bounds) throws IOException {
        return bounds.isEmpty() ? searcher.getIndexReader().numDocs() : searcher.count(bounds.get());
    }

    SortedMap<Instant, Long> timeline(Optional<Query> bounds, ChronoUnit unit) throws IOException {
        return searcher.search(bounds.orElse(MatchAllDocsQuery.INSTANCE), new CountByTime(unit));
    }
}
