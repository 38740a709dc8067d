package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.FileFactsCodec;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.GraphSnapshot.Version;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.store.CodeFileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of a {@link CodeGraphStore} that building a graph needs, on the heap: facts of files, and what was found in them. */
class FactsStore implements CodeGraphStore {

    /** The paths of the files that were resolved, a set for each time they were stored. */
    final List<Set<String>> replaced = new ArrayList<>();

    /** How many files' facts were read. */
    int factsRead;

    /** Called before a part of the graph is stored; what it throws is the store's failure. */
    Runnable beforeReplace = () -> {};

    private final Map<String, Map<String, Stored>> repositories = new HashMap<>();
    private final Map<CodeFileId, Stored> byId = new HashMap<>();
    private final Map<CodeFileId, byte[]> resolutions = new HashMap<>();
    private final Map<String, Long> written = new HashMap<>();
    private final Map<String, Long> resolved = new HashMap<>();

    private record Stored(StoredFacts facts) {

        CodeFileId id() {
            return facts.version().id();
        }
    }

    void put(String repository, FileFacts facts) {
        put(repository, facts.path(), FileFactsCodec.encode(facts));
    }

    /** A file without facts. */
    void putText(String repository, String path) {
        put(repository, path, new byte[0]);
    }

    /** A file whose stored facts are these bytes. */
    void put(String repository, String path, byte[] facts) {
        long revision = written.merge(repository, 1L, Long::sum);
        Version version = new Version(CodeFileId.of(repository, path), revision, Instant.EPOCH);
        Stored stored = new Stored(new StoredFacts(version, path, facts));
        repositories.computeIfAbsent(repository, absent -> new TreeMap<>()).put(path, stored);
        byId.put(stored.id(), stored);
    }

    void remove(String repository, String path) {
        written.merge(repository, 1L, Long::sum);
        files(repository).remove(path);
        byId.remove(CodeFileId.of(repository, path));
        resolutions.remove(CodeFileId.of(repository, path));
    }

    /** What is stored of a file's facts in place of those that were written, by whatever damaged them. */
    void putFacts(String repository, String path, byte[] facts) {
        Stored old = byId.get(CodeFileId.of(repository, path));
        if (old != null) {
            keepFacts(old.facts().version(), facts);
        }
    }

    /** The paths of the files that nobody could read when they were resolved. */
    final Set<String> unread = new TreeSet<>();

    @Override
    public void keepFacts(Version version, byte[] facts) {
        Stored old = byId.get(version.id());
        if (old != null && old.facts().version().equals(version)) {
            Stored anew = new Stored(new StoredFacts(version, old.facts().path(), facts));
            byId.put(version.id(), anew);
            repositories
                    .values()
                    .forEach(files ->
                            files.replaceAll((path, stored) -> stored.id().equals(anew.id()) ? anew : stored));
        }
    }

    /** What is stored of a file in place of the record of what was found in it. */
    void putResolution(String repository, String path, byte[] bytes) {
        resolutions.put(CodeFileId.of(repository, path), bytes);
    }

    /** Every edge and unresolved site of a repository, by file. */
    Map<String, String> graph(String repository) {
        Map<String, String> graph = new TreeMap<>();
        files(repository).forEach((path, stored) -> {
            Resolution found = ResolutionCodec.decode(resolutions.getOrDefault(stored.id(), new byte[0]));
            graph.put(path, found.edges() + " " + found.unresolved());
        });
        return graph;
    }

    private Map<String, Stored> files(String repository) {
        return repositories.getOrDefault(repository, new TreeMap<>());
    }

    private List<Stored> files(Collection<CodeFileId> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> Stream.ofNullable(byId.get(id)))
                .toList();
    }

    @Override
    public GraphSnapshot snapshot(String repository) {
        Map<String, Version> versions = new HashMap<>();
        files(repository)
                .forEach((path, stored) -> versions.put(path, stored.facts().version()));
        return new GraphSnapshot(
                written.getOrDefault(repository, 0L), resolved.getOrDefault(repository, -1L), versions);
    }

    @Override
    public GraphState state(@Nullable String repository) {
        return new GraphState(repository != null && !snapshot(repository).isComplete(), unread.size());
    }

    @Override
    public List<StoredFacts> facts(Collection<CodeFileId> ids) {
        List<StoredFacts> found = files(ids).stream().map(Stored::facts).toList();
        factsRead += found.size();
        return found;
    }

    @Override
    public List<StoredResolution> resolutions(Collection<CodeFileId> ids) {
        return files(ids).stream()
                .map(stored -> new StoredResolution(
                        stored.id(), stored.facts().path(), resolutions.getOrDefault(stored.id(), new byte[0])))
                .toList();
    }

    @Override
    public void replace(String repository, List<ResolvedFile> files) {
        beforeReplace.run();
        Set<String> paths = new TreeSet<>();
        for (ResolvedFile file : files) {
            files(List.of(file.id())).forEach(stored -> {
                paths.add(stored.facts().path());
                unread.remove(stored.facts().path());
                if (!file.isRead()) {
                    unread.add(stored.facts().path());
                }
            });
            resolutions.put(file.id(), ResolutionCodec.encode(file.resolution()));
        }
        replaced.add(paths);
    }

    @Override
    public void markComplete(String repository, long count) {
        resolved.put(repository, count);
    }

    @Override
    public List<PlacedSymbol> symbols(Collection<SymbolId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PlacedSymbol> within(PlacedSymbol symbol) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AdjacentSymbols adjacent(AdjacencyQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PlacedEdge> among(Collection<SymbolId> symbols) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Link> links(Collection<SymbolId> at, Direction direction, Set<Edge.Kind> kinds, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Link> links(String repository, Set<Edge.Kind> kinds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FoundSymbols find(SymbolQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PlacedSymbol> outline(String repository, String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ScannedFile> scan(String repository, @Nullable CodeFileId after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public GraphFigures figures(String repository, @Nullable String language) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long unresolved(String repository) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UnresolvedCount unresolvedNamed(String repository, Collection<String> names, Collection<SymbolId> symbols) {
        throw new UnsupportedOperationException();
    }
}
