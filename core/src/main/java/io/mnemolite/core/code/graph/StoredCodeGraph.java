package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraphStore.Link;
import io.mnemolite.core.code.graph.CodeGraphStore.UnresolvedCount;
import io.mnemolite.core.code.resolution.edge.Edge.Kind;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@link CodeGraph} of a store. */
public final class StoredCodeGraph implements CodeGraph {

    private static final Set<Kind> CALLS = EnumSet.of(Kind.CALLS, Kind.REFERENCES);
    private static final Set<Kind> DEPENDENCIES =
            EnumSet.of(Kind.CALLS, Kind.REFERENCES, Kind.INHERITS, Kind.MAY_DISPATCH, Kind.IMPORTS);

    private final CodeGraphStore store;

    public StoredCodeGraph(CodeGraphStore store) {
        this.store = store;
    }

    @Override
    public Optional<PlacedSymbol> symbol(SymbolId id) {
        return store.symbols(List.of(id)).stream().findFirst();
    }

    @Override
    public List<PlacedSymbol> find(SymbolQuery query) {
        return store.find(query);
    }

    @Override
    public List<PlacedSymbol> outline(String repository, String path) {
        return store.outline(repository, path);
    }

    @Override
    public GraphFigures figures(String repository, @Nullable String language) {
        return store.figures(repository, language);
    }

    @Override
    public Optional<Neighbours> callers(SymbolId id, int limit) {
        return symbol(id).map(of -> {
            Set<SymbolId> overridden = new LinkedHashSet<>();
            for (Link link : store.links(List.of(id), Direction.INBOUND, EnumSet.of(Kind.MAY_DISPATCH), limit)) {
                overridden.add(link.source());
            }
            Set<SymbolId> targets = new LinkedHashSet<>(List.of(id));
            targets.addAll(overridden);
            List<AdjacentSymbol> callers = store.adjacent(targets, Direction.INBOUND, CALLS, limit + 1);
            List<Neighbour> neighbours = sorted(callers.stream()
                    .map(caller -> new Neighbour(
                            caller.symbol(),
                            caller.edge(),
                            caller.symbol().path(),
                            !caller.edge().target().equals(id))));
            UnresolvedCount unresolved = store.unresolvedNamed(of.repository(), Set.of(calledName(of)));
            return new Neighbours(
                    of,
                    neighbours.subList(0, Math.min(limit, neighbours.size())),
                    completeness(unresolved, callers.size() > limit));
        });
    }

    @Override
    public Optional<Neighbours> callees(SymbolId id, int limit) {
        return symbol(id).map(of -> {
            List<AdjacentSymbol> callees = store.adjacent(List.of(id), Direction.OUTBOUND, CALLS, limit + 1);
            List<Neighbour> neighbours = sorted(
                    callees.stream().map(callee -> new Neighbour(callee.symbol(), callee.edge(), of.path(), false)));
            long unresolved = unresolvedIn(of).stream()
                    .filter(UnresolvedSite::mayLeadInside)
                    .count();
            return new Neighbours(
                    of,
                    neighbours.subList(0, Math.min(limit, neighbours.size())),
                    completeness(of.repository(), unresolved, callees.size() > limit));
        });
    }

    @Override
    public List<UnresolvedSite> unresolvedIn(PlacedSymbol of) {
        List<UnresolvedSite> sites = new ArrayList<>();
        for (StoredResolution stored : store.resolutions(List.of(of.symbol().file()))) {
            if (ResolutionCodec.isCurrent(stored.resolution())) {
                ResolutionCodec.decode(stored.resolution()).unresolved().stream()
                        .filter(site -> site.caller().equals(of.symbol().id()))
                        .forEach(sites::add);
            }
        }
        return sites;
    }

    @Override
    public Optional<Impact> impact(SymbolId id, int depth, int limit) {
        return symbol(id).map(of -> {
            BreadthFirst search = new BreadthFirst(store, DEPENDENCIES);
            Map<SymbolId, Integer> distances = search.reach(id, Direction.INBOUND, depth);
            List<Impact.Affected> affected = new ArrayList<>();
            Set<String> names = new HashSet<>(Set.of(calledName(of)));
            for (PlacedSymbol found : store.symbols(distances.keySet())) {
                if (!found.symbol().id().equals(id)) {
                    int distance =
                            Objects.requireNonNull(distances.get(found.symbol().id()));
                    affected.add(new Impact.Affected(found, distance));
                    if (distance < depth) {
                        names.add(calledName(found));
                    }
                }
            }
            affected.sort(Comparator.comparingInt(Impact.Affected::distance)
                    .thenComparing(one -> one.symbol().symbol().isTest())
                    .thenComparing(one -> one.symbol().path())
                    .thenComparingInt(one -> one.symbol().symbol().startLine())
                    .thenComparing(one -> one.symbol().symbol().id()));
            return new Impact(
                    of,
                    affected.subList(0, Math.min(limit, affected.size())),
                    completeness(
                            store.unresolvedNamed(of.repository(), names), search.isCut() || affected.size() > limit));
        });
    }

    @Override
    public Traversal traverse(SymbolId start, Direction direction, @Nullable Kind kind, int depth) {
        BreadthFirst search = new BreadthFirst(store, kind == null ? EnumSet.allOf(Kind.class) : EnumSet.of(kind));
        Map<SymbolId, Integer> distances = search.reach(start, direction, depth);
        Optional<PlacedSymbol> of = symbol(start);
        if (of.isEmpty()) {
            return new Traversal(List.of(), Completeness.of(0, false, false));
        }
        List<PlacedSymbol> nodes = new ArrayList<>(store.symbols(distances.keySet()));
        nodes.removeIf(node -> node.symbol().id().equals(start));
        nodes.sort(Comparator.<PlacedSymbol>comparingInt(node ->
                        Objects.requireNonNull(distances.get(node.symbol().id())))
                .thenComparing(node -> node.symbol().qualifiedName())
                .thenComparing(node -> node.symbol().id()));
        return new Traversal(nodes, completeness(of.get().repository(), 0, search.isCut()));
    }

    @Override
    public Route path(SymbolId source, SymbolId target, @Nullable Kind kind, int depth) {
        List<PlacedSymbol> ends = store.symbols(new LinkedHashSet<>(List.of(source, target)));
        if (ends.size() < (source.equals(target) ? 1 : 2)) {
            return new Route(List.of(), Completeness.of(0, false, false));
        }
        BreadthFirst search = new BreadthFirst(store, kind == null ? EnumSet.allOf(Kind.class) : EnumSet.of(kind));
        List<SymbolId> path = search.path(source, target, depth);
        String repository = ends.getFirst().repository();
        // A path that was found is there whatever else is unknown.
        long unresolved = path.isEmpty() ? store.unresolved(repository) : 0;
        return new Route(path, completeness(repository, unresolved, search.isCut()));
    }

    @Override
    public Optional<RepositoryMap> map(String repository, @Nullable String focus, int maxTokens) {
        List<PlacedSymbol> symbols = store.scan(repository, null, Integer.MAX_VALUE);
        return symbols.isEmpty()
                ? Optional.empty()
                : Optional.of(RepositoryMap.of(symbols, store.links(repository, DEPENDENCIES), focus, maxTokens));
    }

    private static Completeness completeness(UnresolvedCount unresolved, boolean isCut) {
        return Completeness.of(unresolved.sites(), unresolved.isStale(), isCut);
    }

    private Completeness completeness(String repository, long unresolved, boolean isCut) {
        return Completeness.of(unresolved, !store.isComplete(repository), isCut);
    }

    /** What a call site says: a constructor is called by the name of its type. */
    private static String calledName(PlacedSymbol symbol) {
        String name = symbol.symbol().name();
        if (!name.equals("<init>")) {
            return name;
        }
        String[] parts = symbol.symbol().qualifiedName().split("\\.", -1);
        return parts.length < 2 ? name : parts[parts.length - 2];
    }

    private static List<Neighbour> sorted(Stream<Neighbour> neighbours) {
        return neighbours
                .sorted(Comparator.comparing(Neighbour::mayDispatch)
                        .thenComparing(neighbour -> neighbour.symbol().symbol().isTest())
                        .thenComparing(neighbour -> neighbour.symbol().path())
                        .thenComparingInt(neighbour -> neighbour.edge().lines().isEmpty()
                                ? 0
                                : neighbour.edge().lines().getFirst())
                        .thenComparing(neighbour -> neighbour.symbol().symbol().id()))
                .toList();
    }
}
