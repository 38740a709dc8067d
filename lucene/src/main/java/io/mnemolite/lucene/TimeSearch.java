package io.mnemolite.lucene;

import io.mnemolite.core.operation.EventStatistics.Bucket;
import io.mnemolite.core.operation.EventStatistics.Count;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

    List<Count> timeline(Optional<Query> bounds, Bucket bucket) throws IOException {
        return searcher.search(bounds.orElse(MatchAllDocsQuery.INSTANCE), new CountByTime(bucket));
    }
}
