package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraphStore.UnresolvedCount;
import io.mnemolite.core.code.resolution.edge.Edge.Kind;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@link CodeGraph} of a store. */
public final class StoredCodeGraph implements CodeGraph {

    private static final Set<Kind> CALLS = EnumSet.of(Kind.CALLS, Kind.REFERENCES);
    private static final Set<Kind> OVERRIDES = EnumSet.of(Kind.MAY_DISPATCH);
    private static final Set<Kind> DEPENDENCIES =
            EnumSet.of(Kind.CALLS, Kind.REFERENCES, Kind.INHERITS, Kind.MAY_DISPATCH, Kind.IMPORTS);

    /** More methods that one overrides, or that override one, are not followed. */
    static final int MOST_OVERRIDES = 2_000;

    private final CodeGraphStore store;
    private final UnresolvedIn unresolved;

    public StoredCodeGraph(CodeGraphStore store) {
        this.store = store;
        this.unresolved = new UnresolvedIn(store);
    }

    @Override
    public Optional<PlacedSymbol> symbol(SymbolId id) {
        return store.symbols(List.of(id)).stream().findFirst();
    }

    private Optional<WholeSymbol> whole(SymbolId id) {
        return symbol(id).map(of -> WholeSymbol.of(of, store));
    }

    @Override
    public Completeness completeness(@Nullable String repository) {
        return Completeness.of(0, store.state(repository), false);
    }

    @Override
    public FoundSymbols find(SymbolQuery query) {
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
        return whole(id).map(whole -> {
            BreadthFirst upwards = new BreadthFirst(store, OVERRIDES, MOST_OVERRIDES);
            Set<SymbolId> own = whole.ids();
            Set<SymbolId> overridden = new LinkedHashSet<>(
                    upwards.reach(own, Direction.INBOUND, Integer.MAX_VALUE).keySet());
            overridden.removeAll(own);
            AdjacentSymbols callers =
                    store.adjacent(new AdjacencyQuery(own, overridden, inside(whole), Direction.INBOUND, CALLS, limit));
            List<Neighbour> neighbours = callers.found().stream()
                    .map(caller -> new Neighbour(
                            caller.symbol(),
                            caller.edge(),
                            caller.symbol().path(),
                            !own.contains(caller.edge().target())))
                    .toList();
            UnresolvedCount count =
                    store.unresolvedNamed(whole.of().repository(), WholeSymbol.calledNames(whole.parts()), own);
            boolean isCut = callers.total() > neighbours.size() || upwards.isCut();
            return new Neighbours(
                    whole.of(),
                    neighbours,
                    callers.total(),
                    whole.includesMembers(),
                    Completeness.of(count.sites(), count.state(), isCut));
        });
    }

    @Override
    public Optional<Neighbours> callees(SymbolId id, int limit) {
        return whole(id).map(whole -> {
            PlacedSymbol of = whole.of();
            AdjacentSymbols callees = store.adjacent(
                    new AdjacencyQuery(whole.ids(), Set.of(), inside(whole), Direction.OUTBOUND, CALLS, limit));
            List<Neighbour> neighbours = callees.found().stream()
                    .map(callee -> new Neighbour(callee.symbol(), callee.edge(), of.path(), false))
                    .toList();
            return new Neighbours(
                    of,
                    neighbours,
                    callees.total(),
                    whole.includesMembers(),
                    Completeness.of(
                            unresolved.count(of.repository(), whole.parts()),
                            store.state(of.repository()),
                            callees.total() > neighbours.size()));
        });
    }

    /** What is no neighbour of a symbol: the parts of a type call one another, but a function may call itself. */
    private static Set<SymbolId> inside(WholeSymbol whole) {
        return whole.includesMembers() ? whole.ids() : Set.of();
    }

    @Override
    public List<UnresolvedSite> unresolvedIn(PlacedSymbol of) {
        return unresolved.sites(WholeSymbol.of(of, store).parts());
    }

    @Override
    public Optional<Impact> impact(SymbolId id, int depth, int limit) {
        return whole(id).map(whole -> {
            Set<SymbolId> own = whole.ids();
            BreadthFirst downwards = new BreadthFirst(store, OVERRIDES, MOST_OVERRIDES);
            BreadthFirst search = new BreadthFirst(store, DEPENDENCIES);
            Map<SymbolId, Integer> distances =
                    search.reach(downwards.reach(own, Direction.OUTBOUND, depth), Direction.INBOUND, depth);
            List<Impact.Affected> affected = new ArrayList<>();
            List<PlacedSymbol> called = new ArrayList<>(whole.parts());
            for (PlacedSymbol found : store.symbols(distances.keySet())) {
                SymbolId at = found.symbol().id();
                if (!own.contains(at)) {
                    int distance = distance(distances, found);
                    affected.add(new Impact.Affected(found, distance));
                    if (distance < depth) {
                        called.add(found);
                    }
                }
            }
            affected.sort(Comparator.comparingInt(Impact.Affected::distance)
                    .thenComparing(one -> one.symbol().symbol().isTest())
                    .thenComparing(one -> one.symbol().path())
                    .thenComparingInt(one -> one.symbol().symbol().startLine())
                    .thenComparing(one -> one.symbol().symbol().id()));
            UnresolvedCount count =
                    store.unresolvedNamed(whole.of().repository(), WholeSymbol.calledNames(called), ids(called));
            boolean isCut = search.isCut() || downwards.isCut() || affected.size() > limit;
            return new Impact(
                    whole.of(),
                    affected.subList(0, Math.min(limit, affected.size())),
                    affected.size(),
                    affected.stream()
                            .filter(one -> one.symbol().symbol().isTest())
                            .count(),
                    whole.includesMembers(),
                    Completeness.of(count.sites(), count.state(), isCut));
        });
    }

    private static List<SymbolId> ids(List<PlacedSymbol> symbols) {
        return symbols.stream().map(symbol -> symbol.symbol().id()).toList();
    }

    private static int distance(Map<SymbolId, Integer> distances, PlacedSymbol of) {
        return Objects.requireNonNull(distances.get(of.symbol().id()));
    }

    @Override
    public Traversal traverse(SymbolId start, Direction direction, @Nullable Kind kind, int depth) {
        WholeSymbol whole = whole(start).orElse(null);
        if (whole == null) {
            return new Traversal(List.of(), false, Completeness.of(0, GraphState.WHOLE, false));
        }
        Set<SymbolId> own = whole.ids();
        BreadthFirst search = new BreadthFirst(store, kinds(kind));
        Map<SymbolId, Integer> distances = search.reach(own, direction, depth);
        List<PlacedSymbol> nodes = new ArrayList<>(store.symbols(distances.keySet()));
        List<PlacedSymbol> asked = new ArrayList<>(whole.parts());
        nodes.removeIf(node -> own.contains(node.symbol().id()));
        nodes.stream().filter(node -> distance(distances, node) < depth).forEach(asked::add);
        nodes.sort(Comparator.<PlacedSymbol>comparingInt(node -> distance(distances, node))
                .thenComparing(node -> node.symbol().qualifiedName())
                .thenComparing(node -> node.symbol().id()));
        String repository = whole.of().repository();
        return new Traversal(
                nodes,
                whole.includesMembers(),
                Completeness.of(missing(repository, asked, direction, kind), store.state(repository), search.isCut()));
    }

    /** The call sites that might be edges at the symbols; a supertype or an import is none. */
    private long missing(String repository, List<PlacedSymbol> symbols, Direction direction, @Nullable Kind kind) {
        if (kind != null && !CALLS.contains(kind)) {
            return 0;
        }
        long missing = direction == Direction.INBOUND ? 0 : unresolved.count(repository, symbols);
        return direction == Direction.OUTBOUND
                ? missing
                : missing
                        + store.unresolvedNamed(repository, WholeSymbol.calledNames(symbols), ids(symbols))
                                .sites();
    }

    @Override
    public Route path(SymbolId source, SymbolId target, @Nullable Kind kind, int depth) {
        WholeSymbol from = whole(source).orElse(null);
        WholeSymbol to = source.equals(target) ? from : whole(target).orElse(null);
        return from == null || to == null
                ? Route.none(false, Completeness.of(0, GraphState.WHOLE, false))
                : new RouteSearch(store, kinds(kind)).find(from, to, depth);
    }

    private static Set<Kind> kinds(@Nullable Kind kind) {
        return kind == null ? EnumSet.allOf(Kind.class) : EnumSet.of(kind);
    }

    @Override
    public Optional<RepositoryMap> map(String repository, @Nullable String focus, int maxTokens) {
        List<PlacedSymbol> symbols = store.scan(repository, null, Integer.MAX_VALUE).stream()
                .flatMap(file -> file.symbols().stream())
                .toList();
        return symbols.isEmpty()
                ? Optional.empty()
                : Optional.of(RepositoryMap.of(symbols, store.links(repository, DEPENDENCIES), focus, maxTokens));
    }
}
