package io.mnemolite.lucene.disk;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;

/**
 * A reader with a count of its holders; whoever opened it is the first. Closing the last of Lucene's readers deletes files
 * under the writer's lock, which an interrupt would take away: so it happens on a thread that nobody interrupts.
 */
final class SharedReader {

    private final DirectoryReader reader;
    private final long covers;
    private final PlatformThreads threads;
    private final AtomicInteger holders = new AtomicInteger(1);

    /** @param covers how many changes the reader shows at least */
    SharedReader(DirectoryReader reader, long covers, PlatformThreads threads) {
        this.reader = reader;
        this.covers = covers;
        this.threads = threads;
    }

    DirectoryReader reader() {
        return reader;
    }

    long covers() {
        return covers;
    }

    /** Whether it was still open, and is held now. */
    boolean tryHold() {
        return holders.updateAndGet(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            threads.call(() -> {
                reader.decRef();
                return reader;
            });
        }
    }
}
