package io.mnemolite.lucene.disk;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.DirectoryReader;

/** A reader that stays open until this is closed; closing it again does nothing. */
public final class HeldReader implements AutoCloseable {

    private final DirectoryReader reader;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    HeldReader(DirectoryReader reader, Runnable release) {
        this.reader = reader;
        this.release = release;
    }

    public DirectoryReader reader() {
        return reader;
    }

    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }
}
