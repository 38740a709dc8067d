package io.mnemolite.lucene;

import io.mnemolite.core.search.IndexCandidate;
import io.mnemolite.lucene.query.RequestDeadline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** The vector channel. The graph only proposes; what is returned is measured again, exactly. */
final class VectorSearch {

    /** Fewer proposals cost recall. */
    private static final int MIN_PROPOSALS = 50;

    private static final int CHECKED_EVERY = 1_024;

    private static final Comparator<IndexCandidate> NEAREST_FIRST =
            Comparator.comparingDouble(IndexCandidate::score).thenComparing(IndexCandidate::id);

    private final IndexSearcher searcher;
    private final RequestDeadline deadline;

    VectorSearch(IndexSearcher searcher, RequestDeadline deadline) {
        this.searcher = searcher;
        this.deadline = deadline;
    }

    List<IndexCandidate> nearest(float[] target, int count, Optional<Query> filter) throws IOException {
        int proposals = Math.min(
                Math.max(count, MIN_PROPOSALS),
                Math.max(1, searcher.getIndexReader().maxDoc()));
        Query query = new KnnFloatVectorQuery(EventDocument.VECTOR, target, proposals, filter.orElse(null));
        ScoreDoc[] proposed = searcher.search(query, proposals).scoreDocs;
        Arrays.sort(proposed, Comparator.comparingInt(hit -> hit.doc));
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        List<IndexCandidate> nearest = new ArrayList<>(proposed.length);
        int next = 0;
        while (next < proposed.length) {
            LeafReaderContext segment = segments.get(ReaderUtil.subIndex(proposed[next].doc, segments));
            int end = segment.docBase + segment.reader().maxDoc();
            VectorReader vectors = new VectorReader(target, segment.reader());
            for (; next < proposed.length && proposed[next].doc < end; next++) {
                vectors.documents().advance(proposed[next].doc - segment.docBase);
                nearest.add(vectors.candidate(vectors.distance()));
            }
        }
        nearest.sort(NEAREST_FIRST);
        return nearest.size() <= count ? nearest : List.copyOf(nearest.subList(0, count));
    }

    List<IndexCandidate> allWithin(float[] target, double maxDistance, Optional<Query> filter) throws IOException {
        Weight passing = searcher.createWeight(
                searcher.rewrite(filter.orElse(MatchAllDocsQuery.INSTANCE)), ScoreMode.COMPLETE_NO_SCORES, 1);
        List<IndexCandidate> within = new ArrayList<>();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Scorer scorer = passing.scorer(segment);
            if (scorer != null) {
                addWithin(target, maxDistance, segment, scorer, within);
            }
        }
        within.sort(NEAREST_FIRST);
        return within;
    }

    private void addWithin(
            float[] target, double maxDistance, LeafReaderContext segment, Scorer passing, List<IndexCandidate> within)
            throws IOException {
        VectorReader vectors = new VectorReader(target, segment.reader());
        Bits live = segment.reader().getLiveDocs();
        DocIdSetIterator documents =
                ConjunctionUtils.intersectIterators(List.of(passing.iterator(), vectors.documents()));
        int seen = 0;
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (++seen % CHECKED_EVERY == 0) {
                deadline.check();
            }
            if (live == null || live.get(document)) {
                double distance = vectors.distance();
                if (distance <= maxDistance) {
                    within.add(vectors.candidate(distance));
                }
            }
        }
    }

    int count(Optional<Query> filter) throws IOException {
        if (filter.isPresent()) {
            return searcher.count(new BooleanQuery.Builder()
                    .add(new FieldExistsQuery(EventDocument.VECTOR), Occur.FILTER)
                    .add(filter.get(), Occur.FILTER)
                    .build());
        }
        int count = 0;
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = segment.reader().getFloatVectorValues(EventDocument.VECTOR);
            if (vectors != null) {
                count += count(vectors, segment);
            }
        }
        return count;
    }

    /** Vectors are walked through only where some documents have none and some are deleted. */
    private static int count(FloatVectorValues vectors, LeafReaderContext segment) throws IOException {
        Bits live = segment.reader().getLiveDocs();
        if (live == null) {
            return vectors.size();
        }
        if (vectors.size() == segment.reader().maxDoc()) {
            return segment.reader().numDocs();
        }
        int count = 0;
        DocIdSetIterator documents = vectors.iterator();
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (live.get(document)) {
                count++;
            }
        }
        return count;
    }
}
