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
    private volatile SharedReader current;
    private volatile boolean closed;

    FreshReaders(IndexWriter writer, PlatformThreads threads) throws IOException {
        this.writer = writer;
        this.threads = threads;
        this.current = new SharedReader(DirectoryReader.open(writer), 0, threads);
    }

    /** Announces a change that the writer has. */
    void changed() {
        changes.incrementAndGet();
    }

    /** A reader that covers every change announced before this call. */
    HeldReader acquire() {
        long needed = changes.get();
        while (true) {
            SharedReader shared = current;
            if (shared.covers() < needed) {
                cover(needed);
            } else if (shared.tryHold()) {
                return new HeldReader(shared.reader(), shared::release);
            } else if (closed) {
                throw new AlreadyClosedException("The index is closed.");
            }
        }
    }

    private void cover(long needed) {
        opening.lock();
        try {
            SharedReader old = current;
            if (old.covers() >= needed) {
                return;
            }
            long covers = changes.get();
            DirectoryReader newer = threads.call(() -> open(old.reader()));
            current = new SharedReader(newer, covers, threads);
            old.release();
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
    void close() {
        opening.lock();
        try {
            closed = true;
            current.release();
        } finally {
            opening.unlock();
        }
    }
}
