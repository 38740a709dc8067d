package io.mnemolite.lucene.disk;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;

/** One writer, from its opening to its end, and its readers. */
record IndexSession(IndexWriter writer, FreshReaders readers) {

    private static final double MEGABYTE = 1024 * 1024;

    /**
     * Segments below this size are merged as if they had it. Above it, segments only meet their equals: with Lucene's 16 MB
     * a graph of thousands of vectors would be built again for every handful of single writes.
     */
    private static final double FLOOR_MEGABYTES = 1;

    /** Fewer than Lucene's 8: each segment with vectors has a graph of its own to search. */
    private static final int SEGMENTS_PER_TIER = 5;

    /** Merges that may wait before writers are held back; one runs at a time, the other core serves searches. */
    private static final int WAITING_MERGES = 16;

    static IndexSession open(Directory directory, DocumentFormat format, long ramBufferBytes, PlatformThreads threads)
            throws IOException {
        MergeScheduler scheduler = new MergeScheduler();
        scheduler.setMaxMergesAndThreads(WAITING_MERGES, 1);
        IndexWriterConfig config = new IndexWriterConfig(format.analyzer())
                .setSimilarity(format.similarity())
                .setCodec(WideVectorsFormat.codec())
                .setMergePolicy(new TieredMergePolicy()
                        .setFloorSegmentMB(FLOOR_MEGABYTES)
                        .setSegmentsPerTier(SEGMENTS_PER_TIER))
                .setMergeScheduler(scheduler)
                .setRAMBufferSizeMB(ramBufferBytes / MEGABYTE)
                // A search that opens a reader must not wait for merges.
                .setMaxFullFlushMergeWaitMillis(0)
                .setCommitOnClose(false);
        IndexWriter writer = new IndexWriter(new SmallSegmentsInMemory(directory), config);
        try {
            FreshReaders readers = new FreshReaders(writer, threads);
            scheduler.whenMerged(readers::changed);
            return new IndexSession(writer, readers);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    /** Begins to merge all segments into one when searches gain enough by it and no merge is under way. */
    void consolidate() throws IOException {
        if (!writer.getMergingSegments().isEmpty()) {
            return;
        }
        try (HeldReader held = readers.acquire()) {
            List<Integer> sizes = held.reader().leaves().stream()
                    .map(segment -> segment.reader().maxDoc())
                    .toList();
            if (Consolidation.isDue(sizes)) {
                writer.forceMerge(1, false);
            }
        }
    }

    /** Ends the session; what was not committed is lost. */
    void discard() throws IOException {
        try {
            readers.close();
        } finally {
            writer.rollback();
        }
    }
}
