package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.graph.GraphSnapshot.Version;
import io.mnemolite.core.code.indexing.CodeGraphUpdate;
import io.mnemolite.core.code.indexing.IndexingTimes;
import io.mnemolite.core.code.indexing.IndexingTimes.Step;
import io.mnemolite.core.code.indexing.ParsingThreads;
import io.mnemolite.core.code.resolution.Resolver;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.registry.RepositoryModel;
import io.mnemolite.core.code.store.CodeFileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the edges stored equal to what the resolver finds in the files stored. What changed is read off the revisions of the
 * files and not believed from the caller, so that an update that was cut short, or another node's, is made good by the next.
 *
 * <p>The registry of a repository stays in memory, where it tells which files a change concerns. Without it, the first update
 * reads the facts of all files; when the edges stored were not complete, it also resolves all of them. A file whose facts
 * cannot be read keeps nobody else from being resolved.
 */
public final class GraphConstruction implements CodeGraphUpdate {

    private static final Logger LOG = LoggerFactory.getLogger(GraphConstruction.class);

    private static final int FILES_AT_ONCE = 200;

    /** Files of all registries in memory; what exceeds it makes the registry used longest ago go. */
    private static final int MOST_FILES = 30_000;

    private final CodeGraphStore store;
    private final ParsingThreads threads;
    private final FactsReading reading;
    private final IndexingTimes times;
    private final Consumer<String> listener;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final LinkedHashMap<String, Loaded> models = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param texts where facts are read anew that cannot be read as they are stored
     * @param listener told the name of a repository after its edges changed, also when that failed half-way
     */
    public GraphConstruction(
            CodeGraphStore store,
            ParsingThreads threads,
            FactsOfText texts,
            IndexingTimes times,
            Consumer<String> listener) {
        this.store = store;
        this.threads = threads;
        this.reading = new FactsReading(store, threads, texts);
        this.times = times;
        this.listener = listener;
    }

    /**
     * A registry, and the files it was made of.
     *
     * @param outdated paths of files that an earlier version resolved, or whose facts cannot be read, which are still to be
     *     resolved
     */
    private record Loaded(RepositoryModel model, Map<String, Version> files, Set<String> outdated) {}

    @Override
    public Counts update(String repository, Collection<CodeFileId> changed) {
        ReentrantLock lock = locks.computeIfAbsent(repository, absent -> new ReentrantLock());
        lock.lock();
        try {
            return bringUpToDate(repository);
        } catch (RuntimeException e) {
            forget(repository);
            throw e;
        } finally {
            lock.unlock();
            listener.accept(repository);
        }
    }

    /** Reads the registry of a repository whose files are about to change, so that the change can be told from what was. */
    @Override
    public void prepare(String repository) {
        ReentrantLock lock = locks.computeIfAbsent(repository, absent -> new ReentrantLock());
        lock.lock();
        try {
            GraphSnapshot now = store.snapshot(repository);
            if (now.isComplete() && !now.files().isEmpty() && loaded(repository) == null) {
                load(repository, now);
            }
        } finally {
            lock.unlock();
        }
    }

    private Counts bringUpToDate(String repository) {
        GraphSnapshot now = store.snapshot(repository);
        Loaded loaded = loaded(repository);
        Set<String> stale = new TreeSet<>();
        if (loaded == null) {
            loaded = load(repository, now);
            stale.addAll(now.isComplete() ? Set.of() : now.files().keySet());
        } else {
            stale.addAll(follow(loaded, now));
        }
        loaded.outdated().retainAll(now.files().keySet());
        stale.addAll(loaded.outdated());
        Counts counts = resolve(repository, loaded, stale);
        loaded.outdated().clear();
        if (!now.isComplete()) {
            store.markComplete(repository, now.written());
        }
        return counts;
    }

    private Loaded load(String repository, GraphSnapshot now) {
        Loaded loaded = new Loaded(new RepositoryModel(repository), new HashMap<>(), new HashSet<>());
        List<CodeFileId> ids = now.files().values().stream().map(Version::id).toList();
        for (List<CodeFileId> some : parts(ids)) {
            loaded.model().change(facts(some, loaded), List.of());
            if (now.isComplete()) {
                for (StoredResolution stored : store.resolutions(some)) {
                    ask(stored, loaded);
                }
            }
        }
        keep(repository, loaded);
        return loaded;
    }

    /** Tells the registry what the file asked for when it was resolved. */
    private static void ask(StoredResolution stored, Loaded loaded) {
        if (!ResolutionCodec.isCurrent(stored.resolution())) {
            loaded.outdated().add(stored.path());
            return;
        }
        try {
            loaded.model()
                    .asked(
                            stored.path(),
                            ResolutionCodec.decode(stored.resolution()).keys());
        } catch (IllegalArgumentException e) {
            LOG.warn("The resolution of '{}' cannot be read and is made anew", stored.path(), e);
            loaded.outdated().add(stored.path());
        }
    }

    /** Tells the registry what changed since it was made; the paths of files to resolve again. */
    private Collection<String> follow(Loaded loaded, GraphSnapshot now) {
        Set<CodeFileId> changed = new LinkedHashSet<>();
        now.files().forEach((path, version) -> {
            if (!version.equals(loaded.files().get(path))) {
                changed.add(version.id());
            }
        });
        List<String> gone = loaded.files().keySet().stream()
                .filter(path -> !now.files().containsKey(path))
                .toList();
        TreeSet<String> stale = new TreeSet<>();
        loaded.files().keySet().removeAll(gone);
        stale.addAll(loaded.model().change(List.of(), gone));
        for (List<CodeFileId> some : parts(List.copyOf(changed))) {
            stale.addAll(loaded.model().change(facts(some, loaded), List.of()));
        }
        // A file that says nothing about itself any more is not known to the registry, but its old edges are stored.
        now.files().forEach((path, version) -> {
            if (changed.contains(version.id())) {
                stale.add(path);
            }
        });
        return stale;
    }

    /** Facts of files, whose versions are noted. A file that went meanwhile is left out, and the next update sees it gone. */
    private List<FileFacts> facts(List<CodeFileId> ids, Loaded loaded) {
        List<StoredFacts> stored = store.facts(ids);
        stored.forEach(file -> loaded.files().put(file.path(), file.version()));
        FactsReading.Known known = reading.read(stored);
        loaded.outdated().addAll(known.unread());
        return known.facts();
    }

    private Counts resolve(String repository, Loaded loaded, Collection<String> paths) {
        long nodes = 0;
        long edges = 0;
        Resolver resolver = new Resolver(loaded.model());
        List<CodeFileId> ids =
                paths.stream().map(path -> CodeFileId.of(repository, path)).toList();
        List<List<CodeFileId>> parts = parts(ids);
        Resolving current = parts.isEmpty() ? null : begin(repository, resolver, parts.getFirst());
        for (int i = 0; current != null; i++) {
            List<ResolvedFile> resolved = current.work().await();
            for (int file = 0; file < resolved.size(); file++) {
                Resolution resolution = resolved.get(file).resolution();
                loaded.model().resolved(current.stored().get(file).path(), resolution);
                nodes += resolved.get(file).symbols().size();
                edges += resolution.edges().size();
            }
            // The model does not change while files are resolved with it, and they are while these are stored.
            current = i + 1 < parts.size() ? begin(repository, resolver, parts.get(i + 1)) : null;
            try {
                store.replace(repository, resolved);
            } catch (RuntimeException e) {
                if (current != null) {
                    current.work().close();
                }
                throw e;
            }
        }
        return new Counts(nodes, edges);
    }

    /** Files that are being resolved. */
    private record Resolving(List<StoredFacts> stored, ParsingThreads.Work<ResolvedFile> work) {}

    private Resolving begin(String repository, Resolver resolver, List<CodeFileId> files) {
        List<StoredFacts> stored = store.facts(files);
        return new Resolving(
                stored,
                threads.begin(stored, file -> times.in(Step.RESOLVE, () -> resolved(repository, resolver, file))));
    }

    private static ResolvedFile resolved(String repository, Resolver resolver, StoredFacts stored) {
        Optional<FileFacts> facts = stored.facts().length == 0 ? Optional.empty() : FactsReading.decoded(stored);
        boolean isRead = facts.isPresent() || stored.facts().length == 0;
        return new ResolvedFile(
                stored.version().id(),
                stored.version().revision(),
                facts.map(known -> CodeSymbol.of(
                                repository, known, stored.version().id()))
                        .orElse(List.of()),
                facts.map(resolver::resolve).orElse(new Resolution(List.of(), List.of(), new long[0])),
                isRead);
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += FILES_AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + FILES_AT_ONCE)));
        }
        return parts;
    }

    private @Nullable Loaded loaded(String repository) {
        synchronized (models) {
            return models.get(repository);
        }
    }

    private void keep(String repository, Loaded loaded) {
        synchronized (models) {
            models.put(repository, loaded);
            long files = models.values().stream()
                    .mapToLong(other -> other.files().size())
                    .sum();
            var oldest = models.entrySet().iterator();
            while (files > MOST_FILES && models.size() > 1) {
                files -= oldest.next().getValue().files().size();
                oldest.remove();
            }
        }
    }

    private void forget(String repository) {
        synchronized (models) {
            models.remove(repository);
        }
    }
}
