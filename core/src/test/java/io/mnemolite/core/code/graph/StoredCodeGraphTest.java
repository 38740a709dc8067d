package io.mnemolite.core.code.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.store.CodeFileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoredCodeGraphTest {

    private static final PlacedSymbol HUB = symbol(0, DefinitionKind.METHOD, "log", "Log.log");
    private static final PlacedSymbol FAR = symbol(-1, DefinitionKind.METHOD, "far", "Far.far");

    private static PlacedSymbol symbol(long number, DefinitionKind kind, String name, String qualifiedName) {
        CodeSymbol symbol =
                new CodeSymbol(id(number), CodeFileId.of("r", "A.java"), kind, name, qualifiedName, "", 1, 1, false);
        return new PlacedSymbol(symbol, "r", "A.java", new Language("java"), Instant.EPOCH);
    }

    private static SymbolId id(long number) {
        return new SymbolId(new UUID(7, number));
    }

    private static CodeGraphStore.Link call(long source, long target) {
        return new CodeGraphStore.Link(id(source), id(target), Edge.Kind.CALLS);
    }

    /** A graph of links; calls by the names that were asked for may be missing from it. */
    private static final class Linked extends FactsStore {

        final List<String> names = new ArrayList<>();
        private final List<PlacedSymbol> symbols;
        private final List<Link> links;

        Linked(List<PlacedSymbol> symbols, Stream<Link> links) {
            this.symbols = symbols;
            this.links = links.toList();
        }

        @Override
        public boolean isComplete(String repository) {
            return true;
        }

        @Override
        public List<PlacedSymbol> symbols(Collection<SymbolId> ids) {
            return symbols.stream()
                    .filter(symbol -> ids.contains(symbol.symbol().id()))
                    .toList();
        }

        @Override
        public List<Link> links(Collection<SymbolId> at, Direction direction, Set<Edge.Kind> kinds, int limit) {
            return links.stream()
                    .filter(link -> kinds.contains(link.kind()))
                    .filter(link -> at.contains(direction == Direction.OUTBOUND ? link.source() : link.target()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<AdjacentSymbol> adjacent(
                Collection<SymbolId> at, Direction direction, Set<Edge.Kind> kinds, int limit) {
            return List.of();
        }

        @Override
        public long unresolved(String repository) {
            return 0;
        }

        @Override
        public UnresolvedCount unresolvedNamed(String repository, Collection<String> asked) {
            names.addAll(asked);
            return new UnresolvedCount(3, false);
        }
    }

    /** {@code new Reader()} names the type, so what may be missing is what calls that name. */
    @Test
    void callers_ofAConstructor_areSoughtByTheNameOfItsType() {
        PlacedSymbol constructor = symbol(1, DefinitionKind.CONSTRUCTOR, "<init>", "io.Reader.<init>");
        PlacedSymbol method = symbol(2, DefinitionKind.METHOD, "next", "io.Reader.next");
        Linked store = new Linked(List.of(constructor, method), Stream.of());
        StoredCodeGraph graph = new StoredCodeGraph(store);

        Completeness ofConstructor = graph.callers(id(1), 10).orElseThrow().completeness();
        graph.callers(id(2), 10);

        assertThat(store.names).containsExactly("Reader", "next");
        assertThat(ofConstructor).isEqualTo(new Completeness(false, 3, false, false));
    }

    @Test
    void traverse_ofMoreThanIsVisited_saysThatItIsCut() {
        Linked store = new Linked(
                List.of(HUB),
                IntStream.rangeClosed(1, BreadthFirst.MOST_VISITED).mapToObj(i -> call(i, 0)));
        StoredCodeGraph graph = new StoredCodeGraph(store);

        assertThat(graph.traverse(id(0), Direction.INBOUND, null, 1).completeness())
                .isEqualTo(new Completeness(false, 0, false, true));
        assertThat(graph.traverse(id(0), Direction.OUTBOUND, null, 1).completeness())
                .isEqualTo(new Completeness(true, 0, false, false));
    }

    @Test
    void path_notFoundAmongAsManyAsAreVisited_saysThatThereMayBeOne() {
        Linked store = new Linked(
                List.of(HUB, FAR),
                Stream.concat(
                        IntStream.rangeClosed(1, BreadthFirst.MOST_VISITED).mapToObj(i -> call(0, i)),
                        Stream.of(call(1, -2), call(-2, -3), call(-3, -1))));
        StoredCodeGraph graph = new StoredCodeGraph(store);

        Route cut = graph.path(id(0), id(-1), null, 10);

        assertThat(cut.nodes()).isEmpty();
        assertThat(cut.completeness().isCut()).isTrue();
        assertThat(cut.completeness().isExact()).isFalse();
    }
}
