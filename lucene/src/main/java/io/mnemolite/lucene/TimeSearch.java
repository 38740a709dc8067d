package io.mnemolite.lucene;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** Counts of events, by their timestamps too. */
final class TimeSearch {

    private final IndexSearcher searcher;

    TimeSearch(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    int count(Optional<Query> filter) throws IOException {
        return filter.isEmpty() ? searcher.getIndexReader().numDocs() : searcher.count(filter.get());
    }

    SortedMap<Instant, Long> timeline(Optional<Query> filter, ChronoUnit unit) throws IOException {
        return searcher.search(filter.orElse(MatchAllDocsQuery.INSTANCE), new CountByTime(unit));
    }
}
