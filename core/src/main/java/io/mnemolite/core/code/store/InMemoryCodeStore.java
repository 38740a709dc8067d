package io.mnemolite.core.code.store;

import io.mnemolite.core.change.ChangeRecord;
import io.mnemolite.core.change.RecordedChange;
import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@link CodeStore} on the heap: one lock, nothing durable, every read a scan. It keeps its change log for ever. */
public final class InMemoryCodeStore implements CodeStore, ChangeRecord<CodeFileId> {

    private final Clock clock;
    private final TreeMap<CodeFileId, Stored> files = new TreeMap<>();
    private final TreeMap<String, Instant> repositories = new TreeMap<>();
    private final Map<String, TreeMap<String, FileProblem>> problems = new HashMap<>();
    private final Map<String, Map<Sha256, Optional<EmbeddingVector>>> vectors = new HashMap<>();
    private final List<RecordedChange<CodeFileId>> changes = new ArrayList<>();
    private long transaction;

    private record Stored(CodeFile file, List<CodeChunk> chunks) {}

    public InMemoryCodeStore() {
        this(Clock.systemUTC());
    }

    /** @param clock ages changes */
    public InMemoryCodeStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Map<String, FileState> states(String repository, Collection<String> paths) {
        Map<String, FileState> states = new HashMap<>();
        for (String path : paths) {
            Stored stored = files.get(CodeFileId.of(repository, path));
            if (stored != null) {
                states.put(path, state(stored.file()));
            }
        }
        return states;
    }

    @Override
    public synchronized List<CodeFileId> write(
            String repository, Instant at, Collection<CodeFileDraft> drafts, Collection<FileProblem> failures) {
        transaction++;
        repositories.put(repository, at);
        List<CodeFileId> changed = new ArrayList<>();
        TreeMap<String, FileProblem> known = problems.computeIfAbsent(repository, name -> new TreeMap<>());
        for (CodeFileDraft draft : drafts) {
            Stored old = files.get(draft.id());
            put(file(draft, at, old == null ? null : old.file()), draft.chunks());
            changed.add(draft.id());
            known.remove(draft.path());
            if (!draft.problems().isEmpty()) {
                known.put(draft.path(), new FileProblem(draft.path(), String.join(" ", draft.problems())));
            }
        }
        for (FileProblem failure : failures) {
            CodeFileId id = CodeFileId.of(repository, failure.path());
            if (remove(id) != null) {
                changed.add(id);
            }
            known.put(failure.shownPath(), new FileProblem(failure.shownPath(), failure.sentence()));
        }
        return changed;
    }

    private static CodeFile file(CodeFileDraft draft, Instant at, @Nullable CodeFile old) {
        return new CodeFile(
                draft.id(),
                draft.repository(),
                draft.path(),
                draft.language(),
                draft.contentHash(),
                draft.parserVersion(),
                draft.sizeBytes(),
                draft.lineCount(),
                draft.chunks().size(),
                draft.isTest(),
                draft.isGenerated(),
                draft.isEmbedded(),
                draft.commitHash(),
                draft.imports(),
                at,
                old == null ? 1 : old.revision() + 1,
                old == null ? 0 : old.vectorRevision());
    }

    @Override
    public synchronized Removal removeFiles(String repository, Collection<String> paths) {
        Set<String> wanted = Set.copyOf(paths);
        problems.getOrDefault(repository, new TreeMap<>()).keySet().removeAll(wanted);
        return remove(file -> file.repository().equals(repository) && wanted.contains(file.path()));
    }

    @Override
    public synchronized Removal removeRepository(String repository) {
        repositories.remove(repository);
        problems.remove(repository);
        return remove(file -> file.repository().equals(repository));
    }

    private Removal remove(Predicate<CodeFile> condition) {
        transaction++;
        List<CodeFileId> ids = files.values().stream()
                .map(Stored::file)
                .filter(condition)
                .map(CodeFile::id)
                .toList();
        long chunks = 0;
        for (CodeFileId id : ids) {
            Stored removed = remove(id);
            chunks += removed == null ? 0 : removed.chunks().size();
        }
        return new Removal(ids, chunks);
    }

    @Override
    public synchronized long countFiles() {
        return files.size();
    }

    @Override
    public synchronized List<IndexedCodeFile> scan(@Nullable CodeFileId after, int limit, String model) {
        return after(after).limit(limit).map(stored -> indexed(stored, model)).toList();
    }

    @Override
    public synchronized List<IndexedCodeFile> findAll(Collection<CodeFileId> ids, String model) {
        List<IndexedCodeFile> found = new ArrayList<>();
        for (CodeFileId id : new HashSet<>(ids)) {
            Stored stored = files.get(id);
            if (stored != null) {
                found.add(indexed(stored, model));
            }
        }
        return found;
    }

    @Override
    public synchronized List<ChunkInFile> findChunks(Collection<CodeChunkId> ids) {
        Set<CodeChunkId> wanted = Set.copyOf(ids);
        List<ChunkInFile> found = new ArrayList<>();
        for (Stored stored : files.values()) {
            stored.chunks().stream()
                    .filter(chunk -> wanted.contains(chunk.id()))
                    .forEach(chunk -> found.add(new ChunkInFile(stored.file(), chunk)));
        }
        return found;
    }

    @Override
    public synchronized List<FileState> list(String repository, @Nullable CodeFileId after, int limit) {
        return after(after)
                .map(Stored::file)
                .filter(file -> file.repository().equals(repository))
                .limit(limit)
                .map(InMemoryCodeStore::state)
                .toList();
    }

    @Override
    public synchronized List<RepositoryFigures> repositories(String model) {
        return repositories.keySet().stream()
                .map(repository -> figures(repository, model))
                .sorted(Comparator.comparing(RepositoryFigures::lastIndexed)
                        .reversed()
                        .thenComparing(RepositoryFigures::repository))
                .toList();
    }

    private RepositoryFigures figures(String repository, String model) {
        List<Stored> own = files.values().stream()
                .filter(stored -> stored.file().repository().equals(repository))
                .toList();
        List<CodeChunk> wanted = own.stream()
                .filter(stored -> stored.file().isEmbedded())
                .flatMap(stored -> stored.chunks().stream())
                .toList();
        Collection<FileProblem> known =
                problems.getOrDefault(repository, new TreeMap<>()).values();
        return new RepositoryFigures(
                repository,
                own.size(),
                own.stream().mapToLong(stored -> stored.chunks().size()).sum(),
                wanted.size(),
                wanted.stream().filter(chunk -> !has(chunk, model)).count(),
                known.stream().limit(RepositoryFigures.SHOWN_PROBLEMS).toList(),
                known.size(),
                repositories.getOrDefault(repository, Instant.EPOCH));
    }

    @Override
    public synchronized List<CodeChunk> awaitingVector(String model, @Nullable CodeChunk after, int limit) {
        Set<Sha256> seen = new HashSet<>();
        return (after == null ? files : files.tailMap(after.file(), true))
                .values().stream()
                        .filter(stored -> stored.file().isEmbedded())
                        .flatMap(stored -> stored.chunks().stream())
                        .filter(chunk -> after == null
                                || !chunk.file().equals(after.file())
                                || chunk.ordinal() > after.ordinal())
                        .filter(chunk -> !has(chunk, model) && seen.add(chunk.textHash()))
                        .limit(limit)
                        .toList();
    }

    @Override
    public synchronized List<CodeFileId> keepVectors(String model, Collection<TextVector> made) {
        transaction++;
        Map<Sha256, Optional<EmbeddingVector>> known = vectors.computeIfAbsent(model, name -> new HashMap<>());
        Set<Sha256> texts = new HashSet<>();
        for (TextVector vector : made) {
            known.putIfAbsent(vector.textHash(), Optional.ofNullable(vector.vector()));
            texts.add(vector.textHash());
        }
        List<Stored> wanting = files.values().stream()
                .filter(stored -> stored.file().isEmbedded())
                .filter(stored -> stored.chunks().stream().anyMatch(chunk -> texts.contains(chunk.textHash())))
                .toList();
        wanting.forEach(stored -> put(withMoreVectors(stored.file()), stored.chunks()));
        return wanting.stream().map(stored -> stored.file().id()).toList();
    }

    private static CodeFile withMoreVectors(CodeFile file) {
        return new CodeFile(
                file.id(),
                file.repository(),
                file.path(),
                file.language(),
                file.contentHash(),
                file.parserVersion(),
                file.sizeBytes(),
                file.lineCount(),
                file.chunkCount(),
                file.isTest(),
                file.isGenerated(),
                file.isEmbedded(),
                file.commitHash(),
                file.imports(),
                file.indexedAt(),
                file.revision(),
                file.vectorRevision() + 1);
    }

    @Override
    public synchronized List<RecordedChange<CodeFileId>> changes() {
        return List.copyOf(changes);
    }

    /** None: vectors of each model are kept beside one another. */
    @Override
    public Optional<EmbeddingSpace> space() {
        return Optional.empty();
    }

    private Stream<Stored> after(@Nullable CodeFileId id) {
        return (id == null ? files : files.tailMap(id, false)).values().stream();
    }

    private IndexedCodeFile indexed(Stored stored, String model) {
        Map<Sha256, Optional<EmbeddingVector>> known = vectors.getOrDefault(model, Map.of());
        return new IndexedCodeFile(
                stored.file(),
                stored.chunks().stream()
                        .map(chunk -> new IndexedCodeFile.Piece(
                                chunk,
                                stored.file().isEmbedded()
                                        ? known.getOrDefault(chunk.textHash(), Optional.empty())
                                                .orElse(null)
                                        : null))
                        .toList());
    }

    private boolean has(CodeChunk chunk, String model) {
        return vectors.getOrDefault(model, Map.of()).containsKey(chunk.textHash());
    }

    private static FileState state(CodeFile file) {
        return new FileState(
                file.path(), file.contentHash(), file.parserVersion(), file.chunkCount(), file.isEmbedded());
    }

    private void put(CodeFile file, List<CodeChunk> chunks) {
        files.put(file.id(), new Stored(file, chunks));
        record(file, false);
    }

    private @Nullable Stored remove(CodeFileId id) {
        Stored removed = files.remove(id);
        if (removed != null) {
            record(removed.file(), true);
        }
        return removed;
    }

    private void record(CodeFile file, boolean deleted) {
        changes.add(new RecordedChange<>(
                transaction, file.id(), deleted, file.revision(), file.vectorRevision(), clock.instant()));
    }
}
