package io.mnemolite.core.code.search;

import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A {@link CodeIndex} on the heap that compares every chunk. It is never durable. */
public final class InMemoryCodeIndex implements CodeIndex {

    private final int dimension;
    private final TreeMap<CodeFileId, IndexedCodeFile> files = new TreeMap<>();
    private @Nullable IndexPosition position;

    /** @param dimension of the vectors that are searched */
    public InMemoryCodeIndex(int dimension) {
        this.dimension = dimension;
    }

    @Override
    public synchronized void apply(Collection<IndexedCodeFile> present, Collection<CodeFileId> gone) {
        present.forEach(file -> files.put(file.file().id(), file));
        gone.forEach(files::remove);
    }

    @Override
    public synchronized CodeSnapshot snapshot() {
        return new InMemoryCodeSnapshot(List.copyOf(files.values()), dimension);
    }

    @Override
    public synchronized void clear() {
        files.clear();
        position = null;
    }

    @Override
    public synchronized void commit(IndexPosition covered) {
        position = covered;
    }

    @Override
    public synchronized Optional<IndexPosition> committedPosition() {
        return Optional.ofNullable(position);
    }

    @Override
    public synchronized long documents() {
        return files.values().stream().mapToLong(file -> file.pieces().size()).sum();
    }

    /** Nothing is on disk. */
    @Override
    public long sizeInBytes() {
        return 0;
    }

    @Override
    public void close() {}
}
