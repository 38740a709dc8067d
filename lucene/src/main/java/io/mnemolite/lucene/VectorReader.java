package io.mnemolite.lucene;

import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.search.IndexCandidate;
import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/** Exact distances from one vector to those of a segment, document by document in ascending order. */
final class VectorReader {

    private final float[] target;
    private final @Nullable FloatVectorValues vectors;
    private final @Nullable DocIndexIterator documents;
    private final BinaryDocValues keys;

    /** @param target of the index's dimension */
    VectorReader(float[] target, LeafReader segment) throws IOException {
        this.target = target;
        this.vectors = segment.getFloatVectorValues(EventDocument.VECTOR);
        this.documents = vectors == null ? null : vectors.iterator();
        this.keys = DocValues.getBinary(segment, EventDocument.ID);
    }

    /** The documents that have a vector. */
    DocIdSetIterator documents() {
        return documents == null ? DocIdSetIterator.empty() : documents;
    }

    /** The L2 distance of the document that {@link #documents} stands at, computed as {@link EmbeddingVector#distance} does. */
    double distance() throws IOException {
        if (vectors == null || documents == null) {
            throw new IllegalStateException("The segment has no vectors.");
        }
        float[] vector = vectors.vectorValue(documents.index());
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            double difference = (double) target[i] - vector[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** The event of the document that {@link #documents} stands at. */
    IndexCandidate candidate(double distance) throws IOException {
        if (!keys.advanceExact(documents().docID())) {
            throw new IllegalStateException("A document has no id.");
        }
        return new IndexCandidate(EventKey.id(keys.binaryValue()), distance);
    }
}
