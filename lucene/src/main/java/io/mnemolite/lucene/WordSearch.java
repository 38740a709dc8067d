package io.mnemolite.lucene;

import io.mnemolite.core.search.IndexCandidate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;

/** The lexical channel. */
final class WordSearch {

    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(EventDocument.ID, SortField.Type.STRING_VAL));

    private final IndexSearcher searcher;

    WordSearch(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    List<IndexCandidate> best(Query words, int count, Optional<Query> filter) throws IOException {
        int documents = Math.min(count, searcher.getIndexReader().maxDoc());
        if (documents == 0) {
            return List.of();
        }
        // Matches are not counted, so that those that cannot be among the best are skipped.
        ScoreDoc[] hits = searcher.search(
                        filtered(words, filter), new TopFieldCollectorManager(BEST_FIRST, documents, null, 1))
                .scoreDocs;
        List<IndexCandidate> best = new ArrayList<>(hits.length);
        for (ScoreDoc hit : hits) {
            Object[] values = ((FieldDoc) hit).fields;
            best.add(new IndexCandidate(EventKey.id((BytesRef) values[1]), (Float) values[0]));
        }
        return best;
    }

    int count(Query words, int atMost, Optional<Query> filter) throws IOException {
        return searcher.search(filtered(words, filter), new BoundedCount(atMost));
    }

    private static Query filtered(Query words, Optional<Query> filter) {
        return filter.<Query>map(passing -> new BooleanQuery.Builder()
                        .add(words, Occur.MUST)
                        .add(passing, Occur.FILTER)
                        .build())
                .orElse(words);
    }
}
