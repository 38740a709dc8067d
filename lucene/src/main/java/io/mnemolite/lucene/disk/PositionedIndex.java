package io.mnemolite.lucene.disk;

import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Lucene index in a folder whose commits carry a position, and which is never in the way of a start: whatever cannot be
 * used of what the folder holds is deleted, and the index is empty.
 */
public final class PositionedIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PositionedIndex.class);

    /** A merge looks up only when it writes, and the graph of many vectors is built long before. */
    private static final Duration LONGEST_END = Duration.ofSeconds(1);

    private final IndexFolder folder;
    private final DocumentFormat format;
    private final long ramBufferBytes;
    private final PlatformThreads threads = new PlatformThreads();
    private final ReentrantLock committing = new ReentrantLock();

    /** Shared by what uses the session, exclusive for what replaces it. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private @Nullable IndexSession session;
    private volatile Optional<IndexPosition> committed = Optional.empty();
    private boolean closed;

    private PositionedIndex(IndexFolder folder, DocumentFormat format, long ramBufferBytes) {
        this.folder = folder;
        this.format = format;
        this.ramBufferBytes = ramBufferBytes;
    }

    /**
     * @param ramBufferBytes memory for documents that are not yet written to the folder
     * @throws MnemoliteException when the folder is in use by another process or not a folder to write to
     */
    public static PositionedIndex open(Path path, DocumentFormat format, long ramBufferBytes) {
        PositionedIndex index = new PositionedIndex(IndexFolder.open(path), format, ramBufferBytes);
        try {
            index.threads.call(() -> {
                index.start(path);
                return index;
            });
            return index;
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
    }

    /** Something that uses the writer. */
    @FunctionalInterface
    public interface Writing {
        void accept(IndexWriter writer) throws IOException;
    }

    private void start(Path path) throws IOException {
        try {
            if (!DirectoryReader.indexExists(folder.directory())) {
                LOG.info("There is no index in '{}' yet", path);
            } else {
                CommittedState state = verified();
                if (state.format().equals(format.name())) {
                    session = openSession();
                    committed = state.position();
                    return;
                }
                LOG.info("The index in '{}' is '{}', not '{}', and starts anew", path, state.format(), format.name());
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index in '{}' is damaged and starts anew: {}", path, e.toString());
        }
        folder.wipe();
        session = openSession();
    }

    private IndexSession openSession() throws IOException {
        return IndexSession.open(folder.directory(), format, ramBufferBytes, threads);
    }

    /** The state of the last commit, after every file was compared with its checksum. */
    private CommittedState verified() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(folder.directory())) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return CommittedState.ofData(reader.getIndexCommit().getUserData());
        }
    }

    /** Changes the index, each part on a thread of its own; readers acquired afterwards show it. */
    public void write(List<Writing> parts) {
        using(open -> {
            try {
                threads.callAll(parts.stream()
                        .map(part -> (Callable<IndexSession>) () -> {
                            part.accept(open.writer());
                            return open;
                        })
                        .toList());
                return open;
            } finally {
                open.readers().changed();
            }
        });
    }

    /** A reader that shows every write that returned before this call. */
    public HeldReader acquire() {
        return using(open -> open.readers().acquire());
    }

    /** Makes every write that returned before this call durable together with the position. */
    public void commit(IndexPosition position) {
        committing.lock();
        try {
            using(open -> threads.call(() -> {
                commit(open, Optional.of(position));
                return open;
            }));
        } finally {
            committing.unlock();
        }
    }

    /** Merges segments in the background when it is worth it, and commits what was merged since the last commit. */
    public void consolidate() {
        committing.lock();
        try {
            using(open -> threads.call(() -> {
                if (open.writer().hasUncommittedChanges()) {
                    commit(open, committed);
                }
                open.consolidate();
                return open;
            }));
        } finally {
            committing.unlock();
        }
    }

    private void commit(IndexSession open, Optional<IndexPosition> position) throws IOException {
        open.writer()
                .setLiveCommitData(
                        new CommittedState(format.name(), position).toData().entrySet());
        open.writer().commit();
        committed = position;
    }

    /** Replaces the index, in whatever state it is, by an empty one without a position. */
    public void clear() {
        committing.lock();
        use.writeLock().lock();
        try {
            requireOpen();
            threads.call(() -> {
                committed = Optional.empty();
                discardSession();
                folder.wipe();
                IndexSession empty = openSession();
                session = empty;
                commit(empty, Optional.empty());
                return empty;
            });
        } finally {
            use.writeLock().unlock();
            committing.unlock();
        }
    }

    public Optional<IndexPosition> committedPosition() {
        return committed;
    }

    /** How many documents a reader acquired now shows. */
    public long documents() {
        try (HeldReader held = acquire()) {
            return held.reader().numDocs();
        }
    }

    public long sizeInBytes() {
        try {
            return folder.sizeInBytes();
        } catch (IOException e) {
            throw PlatformThreads.unchecked(e);
        }
    }

    /**
     * Ends with the last commit; what came after it is lost, readers acquired before stay usable. A merge that does not end
     * soon is left behind with the folder's lock, which the end of the process takes from it.
     */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            boolean ended = threads.callWithin(LONGEST_END, () -> {
                try (folder) {
                    discardSession();
                }
                return folder;
            });
            if (!ended) {
                LOG.info("Segments of the index are still being merged; the next start begins that anew");
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    private void discardSession() {
        IndexSession old = session;
        session = null;
        if (old != null) {
            try {
                old.discard();
            } catch (IOException | RuntimeException e) {
                // A writer that failed before may fail to end as well; what it leaves is deleted or not committed.
                LOG.warn("The index writer ended with an error: {}", e.toString());
            }
        }
    }

    @FunctionalInterface
    private interface Use<T> {
        T apply(IndexSession session) throws IOException;
    }

    private <T> T using(Use<T> work) {
        Lock lock = use.readLock();
        lock.lock();
        try {
            requireOpen();
            IndexSession open = session;
            if (open == null) {
                throw new IllegalStateException("The index could not be opened again after a failure; clear it first.");
            }
            return work.apply(open);
        } catch (IOException e) {
            throw PlatformThreads.unchecked(e);
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new AlreadyClosedException("The index is closed.");
        }
    }
}
