package io.mnemolite.lucene.disk;

import io.mnemolite.core.embedding.EmbeddingSpace;
import java.io.IOException;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's float32 HNSW format with a higher limit of dimensions, and without a graph in what was just written: it would be
 * built while a request waits, and again by the first merge, which takes half of the time of a write. A search compares
 * the vectors of such segments one by one until they are merged in the background. It keeps the name of the format it
 * writes, so that the files are read by Lucene's own.
 */
final class WideVectorsFormat extends KnnVectorsFormat {

    /** Merged segments of up to about 4,000 vectors get no graph: comparing them all takes less than building one. */
    private static final int TINY_SEGMENTS = 500;

    private static final int ALL_SEGMENTS = Integer.MAX_VALUE;

    private final KnnVectorsFormat merged = format(TINY_SEGMENTS);
    private final KnnVectorsFormat flushed = format(ALL_SEGMENTS);

    private WideVectorsFormat() {
        super("Lucene99HnswVectorsFormat");
    }

    private static KnnVectorsFormat format(int segmentsWithoutGraph) {
        return new Lucene99HnswVectorsFormat(
                Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
                Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                Lucene99HnswVectorsFormat.DEFAULT_NUM_MERGE_WORKER,
                null,
                segmentsWithoutGraph);
    }

    /** Lucene's codec with this format for all vectors. */
    static Codec codec() {
        KnnVectorsFormat vectors = new WideVectorsFormat();
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return vectors;
            }
        };
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
        return (state.context.mergeInfo() == null ? flushed : merged).fieldsWriter(state);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
        return merged.fieldsReader(state);
    }

    @Override
    public int getMaxDimensions(String fieldName) {
        return EmbeddingSpace.MAX_DIMENSION;
    }
}
