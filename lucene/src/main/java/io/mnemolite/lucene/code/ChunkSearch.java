package io.mnemolite.lucene.code;

import io.mnemolite.core.code.search.ChunkCandidate;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;

/**
 * The lexical channel. Ordinary chunks and those of tests or generated code are ranked apart and then merged, so that the
 * lower score of the latter is exact and yet nothing keeps Lucene from skipping.
 */
final class ChunkSearch {

    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(CodeDocuments.CHUNK, SortField.Type.STRING_VAL));

    private final IndexSearcher searcher;

    ChunkSearch(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    List<ChunkCandidate> best(LexicalTerms terms, int count, CodeFilter filter) throws IOException {
        List<ChunkCandidate> best = new ArrayList<>(best(terms, count, filter, CodeDocuments.ORDINARY));
        if (searcher.getIndexReader().docFreq(new Term(CodeDocuments.KIND, CodeDocuments.LESSER)) == 0) {
            return best;
        }
        best.addAll(best(terms, count, filter, CodeDocuments.LESSER));
        best.sort(Comparator.comparingDouble(ChunkCandidate::score).reversed().thenComparing(ChunkCandidate::id));
        return best.size() <= count ? best : List.copyOf(best.subList(0, count));
    }

    private List<ChunkCandidate> best(LexicalTerms terms, int count, CodeFilter filter, String kind)
            throws IOException {
        // Those with too few of the terms seldom score high; for each place there is one more candidate.
        long candidates = terms.required() > 1 ? 2L * count : count;
        int documents = (int) Math.min(candidates, searcher.getIndexReader().maxDoc());
        if (documents <= 0) {
            return List.of();
        }
        Query query = terms.any(CodeFilterQuery.of(filter, kind));
        ScoreDoc[] hits =
                searcher.search(query, new TopFieldCollectorManager(BEST_FIRST, documents, null, 1)).scoreDocs;
        boolean isLesser = kind.equals(CodeDocuments.LESSER);
        double factor = isLesser ? CodeIndex.DEMOTION : 1;
        List<ChunkCandidate> best = new ArrayList<>(hits.length);
        for (ScoreDoc hit : terms.enough(hits, searcher)) {
            Object[] values = ((FieldDoc) hit).fields;
            best.add(new ChunkCandidate(Keys.chunk((BytesRef) values[1]), (Float) values[0] * factor, isLesser));
        }
        return best.size() <= count ? best : best.subList(0, count);
    }
}
