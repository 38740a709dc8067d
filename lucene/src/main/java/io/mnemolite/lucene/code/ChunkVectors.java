package io.mnemolite.lucene.code;

import io.mnemolite.core.code.search.ChunkCandidate;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** The vector channel. The graph only proposes; what is returned is measured again, exactly. */
final class ChunkVectors {

    /** Fewer proposals cost recall. */
    private static final int MIN_PROPOSALS = 50;

    private static final Comparator<ChunkCandidate> NEAREST_FIRST =
            Comparator.comparingDouble(ChunkCandidate::score).thenComparing(ChunkCandidate::id);

    private final IndexSearcher searcher;

    ChunkVectors(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    List<ChunkCandidate> nearest(EmbeddingVector target, int count, Query filter) throws IOException {
        int proposals = Math.min(
                Math.max(count, MIN_PROPOSALS),
                Math.max(1, searcher.getIndexReader().maxDoc()));
        ScoreDoc[] proposed = searcher.search(
                        new KnnFloatVectorQuery(CodeDocuments.VECTOR, target.toArray(), proposals, filter), proposals)
                .scoreDocs;
        Arrays.sort(proposed, Comparator.comparingInt(hit -> hit.doc));
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        List<ChunkCandidate> nearest = new ArrayList<>(proposed.length);
        int next = 0;
        while (next < proposed.length) {
            LeafReaderContext segment = segments.get(ReaderUtil.subIndex(proposed[next].doc, segments));
            int end = next;
            while (end < proposed.length
                    && proposed[end].doc < segment.docBase + segment.reader().maxDoc()) {
                end++;
            }
            measure(target, segment, Arrays.copyOfRange(proposed, next, end), nearest);
            next = end;
        }
        nearest.sort(NEAREST_FIRST);
        return nearest.size() <= count ? nearest : List.copyOf(nearest.subList(0, count));
    }

    /** @param proposed documents of the segment in ascending order */
    private static void measure(
            EmbeddingVector target, LeafReaderContext segment, ScoreDoc[] proposed, List<ChunkCandidate> measured)
            throws IOException {
        FloatVectorValues vectors = segment.reader().getFloatVectorValues(CodeDocuments.VECTOR);
        if (vectors == null) {
            return;
        }
        DocIndexIterator documents = vectors.iterator();
        BinaryDocValues ids = DocValues.getBinary(segment.reader(), CodeDocuments.CHUNK);
        PostingsEnum lesser =
                segment.reader().postings(new Term(CodeDocuments.KIND, CodeDocuments.LESSER), PostingsEnum.NONE);
        for (ScoreDoc hit : proposed) {
            int document = hit.doc - segment.docBase;
            if (documents.advance(document) == document && ids.advanceExact(document)) {
                EmbeddingVector vector = EmbeddingVector.of(vectors.vectorValue(documents.index()));
                OptionalDouble distance = vector.cosineDistance(target);
                if (distance.isPresent()) {
                    measured.add(new ChunkCandidate(
                            Keys.chunk(ids.binaryValue()), distance.getAsDouble(), Holders.hold(lesser, document)));
                }
            }
        }
    }
}
