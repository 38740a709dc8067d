package io.mnemolite.lucene.disk;

import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NRTCachingDirectory;

/**
 * Keeps what a search after a small write flushes in memory until the next commit. A flush makes some twenty files, and
 * making a file can take half a millisecond; most of these segments are merged away before anything needs them on disk.
 * Merged ones are written: comparing vectors is several times faster in mapped files.
 */
final class SmallSegmentsInMemory extends NRTCachingDirectory {

    private static final double MAX_SEGMENT_MEGABYTES = 0.5;
    private static final double MAX_MEGABYTES = 16;

    SmallSegmentsInMemory(Directory directory) {
        super(directory, MAX_SEGMENT_MEGABYTES, MAX_MEGABYTES);
    }

    /** Files opened before the size of their segment is known end up in its compound file, which is then small or not. */
    @Override
    protected boolean doCacheWrite(String name, IOContext context) {
        if (context.mergeInfo() != null || context.flushInfo() != null) {
            return super.doCacheWrite(name, context);
        }
        return IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches()
                && ramBytesUsed() <= (long) (MAX_MEGABYTES * 1024 * 1024);
    }
}
