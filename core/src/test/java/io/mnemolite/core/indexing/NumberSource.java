package io.mnemolite.core.indexing;

import io.mnemolite.core.change.ChangeRecord;
import io.mnemolite.core.change.RecordedChange;
import io.mnemolite.core.embedding.EmbeddingSpace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store of numbered texts, which keeps its change log for ever and fails when it is told to. */
final class NumberSource implements EntitySource<Integer, NumberSource.Numbered>, ChangeRecord<Integer> {

    /** A text with its number. */
    record Numbered(int id, String text, long revision) {}

    /** Called before anything is read; what it throws is the store's failure. */
    volatile Runnable beforeRead = () -> {};

    /** How many entities are read at once when the index is filled. */
    private final int page;

    private final TreeMap<Integer, Numbered> texts = new TreeMap<>();
    private final List<RecordedChange<Integer>> changes = new ArrayList<>();

    NumberSource(int page) {
        this.page = page;
    }

    synchronized void put(int id, String text) {
        long revision = changes.size() + 1L;
        texts.put(id, new Numbered(id, text, revision));
        changes.add(new RecordedChange<>(revision, id, false, revision, 0, Instant.now()));
    }

    synchronized void remove(int id) {
        long revision = changes.size() + 1L;
        texts.remove(id);
        changes.add(new RecordedChange<>(revision, id, true, revision, 0, Instant.now()));
    }

    @Override
    public synchronized List<RecordedChange<Integer>> changes() {
        return List.copyOf(changes);
    }

    @Override
    public Optional<EmbeddingSpace> space() {
        return Optional.empty();
    }

    @Override
    public String indexName() {
        return "index of numbers";
    }

    @Override
    public String plural() {
        return "numbers";
    }

    @Override
    public int scannedAtOnce() {
        return page;
    }

    @Override
    public int appliedAtOnce() {
        return 1_000;
    }

    @Override
    public Integer id(Numbered entity) {
        return entity.id();
    }

    @Override
    public long revision(Numbered entity) {
        return entity.revision();
    }

    @Override
    public long vectorRevision(Numbered entity) {
        return 0;
    }

    @Override
    public synchronized long count() {
        return texts.size();
    }

    @Override
    public List<Numbered> scan(@Nullable Integer after, int limit) {
        beforeRead.run();
        synchronized (this) {
            return (after == null ? texts : texts.tailMap(after, false))
                    .values().stream().limit(limit).toList();
        }
    }

    @Override
    public List<Numbered> findAll(Collection<Integer> ids) {
        beforeRead.run();
        synchronized (this) {
            return ids.stream()
                    .distinct()
                    .flatMap(id -> Optional.ofNullable(texts.get(id)).stream())
                    .toList();
        }
    }
}
