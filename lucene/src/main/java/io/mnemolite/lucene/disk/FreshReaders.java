package io.mnemolite.lucene.disk;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * Readers that cover every change announced before they are asked for, opened only when something changed.
 *
 * <p>Changes are counted after the writer has them. A reader opened after the count was read therefore covers that many.
 * Whoever needs a count that the current reader does not cover waits for the lock, looks again, and opens a reader if that
 * is still so: a reader whose opening began before the change was counted never passes, and of many who wait, the first
 * opens one for all.
 */
final class FreshReaders {

    private final IndexWriter writer;
    private final PlatformThreads threads;
    private final AtomicLong changes = new AtomicLong();
    private final ReentrantLock opening = new ReentrantLock();
    private volatile View current;
    private volatile boolean closed;

    private record View(DirectoryReader reader, long covers) {}

    FreshReaders(IndexWriter writer, PlatformThreads threads) throws IOException {
        this.writer = writer;
        this.threads = threads;
        this.current = new View(DirectoryReader.open(writer), 0);
    }

    /** Announces a change that the writer has. */
    void changed() {
        changes.incrementAndGet();
    }

    /** A reader that covers every change announced before this call; the caller releases it with {@code decRef}. */
    DirectoryReader acquire() throws IOException {
        long needed = changes.get();
        while (true) {
            View view = current;
            if (view.covers < needed) {
                cover(needed);
            } else if (view.reader.tryIncRef()) {
                return view.reader;
            } else if (closed) {
                throw new AlreadyClosedException("The index is closed.");
            }
        }
    }

    private void cover(long needed) throws IOException {
        opening.lock();
        try {
            View old = current;
            if (old.covers >= needed) {
                return;
            }
            long covers = changes.get();
            DirectoryReader newer = threads.call(() -> open(old.reader));
            current = new View(newer, covers);
            old.reader.decRef();
        } finally {
            opening.unlock();
        }
    }

    /** A reader of the present state, counted for its holder; {@code old} itself when nothing changed. */
    private DirectoryReader open(DirectoryReader old) throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(old, writer);
        if (newer != null) {
            return newer;
        }
        old.incRef();
        return old;
    }

    /** Releases the current reader; those acquired stay usable. */
    void close() throws IOException {
        opening.lock();
        try {
            closed = true;
            current.reader.decRef();
        } finally {
            opening.unlock();
        }
    }
}
