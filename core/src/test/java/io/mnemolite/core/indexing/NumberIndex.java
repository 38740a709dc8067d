package io.mnemolite.core.indexing;

import io.mnemolite.core.change.DerivedIndex;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.indexing.NumberSource.Numbered;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An index of numbered texts on the heap, which fails when it is told to. */
final class NumberIndex implements DerivedIndex<Integer, Numbered> {

    /** Called before anything is applied; what it throws is the index's failure. */
    volatile Runnable beforeApply = () -> {};

    /** Called before a commit; what it throws is the index's failure. */
    volatile Runnable beforeCommit = () -> {};

    private final TreeMap<Integer, Numbered> texts = new TreeMap<>();
    private @Nullable IndexPosition committed;

    /** What a search sees, such as {@code {1=one}}. */
    synchronized String shown() {
        TreeMap<Integer, String> shown = new TreeMap<>();
        texts.forEach((id, numbered) -> shown.put(id, numbered.text()));
        return shown.toString();
    }

    /** Puts in what the store never had, as a damaged index may hold. */
    synchronized void spoil(int id, String text) {
        texts.put(id, new Numbered(id, text, Long.MAX_VALUE));
    }

    @Override
    public void apply(Collection<Numbered> present, Collection<Integer> gone) {
        beforeApply.run();
        synchronized (this) {
            present.forEach(numbered -> texts.put(numbered.id(), numbered));
            gone.forEach(texts::remove);
        }
    }

    @Override
    public synchronized void clear() {
        texts.clear();
        committed = null;
    }

    @Override
    public void commit(IndexPosition position) {
        beforeCommit.run();
        synchronized (this) {
            committed = position;
        }
    }

    @Override
    public synchronized Optional<IndexPosition> committedPosition() {
        return Optional.ofNullable(committed);
    }

    @Override
    public synchronized long documents() {
        return texts.size();
    }

    @Override
    public long sizeInBytes() {
        return 0;
    }

    @Override
    public void close() {}
}
