package io.mnemolite.postgres.code.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.AdjacencyQuery;
import io.mnemolite.core.code.graph.AdjacentSymbols;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.CodeGraphStore;
import io.mnemolite.core.code.graph.Direction;
import io.mnemolite.core.code.graph.ScannedFile;
import io.mnemolite.core.code.graph.StoredCodeGraph;
import io.mnemolite.core.code.resolution.edge.Edge.Kind;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.TestStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code Order} creates and asks {@code Price}, which overrides {@code Amount.get}; tests do, too. */
class AdjacencyTest {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    private static final Set<Kind> CALLS = EnumSet.of(Kind.CALLS);

    private CodeGraphStore store;
    private CodeGraph graph;

    @BeforeEach
    void graph() {
        PostgresStore postgres = STORE.empty();
        new GraphSample("Price.java")
                .with(DefinitionKind.CLASS, "Price")
                .with(DefinitionKind.CONSTRUCTOR, "Price.<init>")
                .with(DefinitionKind.METHOD, "Price.get")
                .with(DefinitionKind.CLASS, "Prices")
                .with(DefinitionKind.METHOD, "Prices.all")
                .edge("Price.<init>", Kind.CALLS, "Price.get", 2)
                .edge("Amount.get", Kind.MAY_DISPATCH, "Price.get", 3)
                .store(postgres);
        new GraphSample("Amount.java")
                .with(DefinitionKind.INTERFACE, "Amount")
                .with(DefinitionKind.METHOD, "Amount.get")
                .store(postgres);
        new GraphSample("a-test.java")
                .with(DefinitionKind.METHOD, "PriceTest.gets")
                .edge("PriceTest.gets", Kind.CALLS, "Price.get", 4)
                .store(postgres);
        new GraphSample("a/Any.java")
                .with(DefinitionKind.METHOD, "Any.any")
                .edge("Any.any", Kind.CALLS, "Amount.get", 1)
                .store(postgres);
        new GraphSample("b/Order.java")
                .with(DefinitionKind.METHOD, "Order.total")
                .edge("Order.total", Kind.CALLS, "Price.get", 9)
                .edge("Order.total", Kind.CALLS, "Price.get", 7)
                .edge("Order.total", Kind.CALLS, "Price.<init>", 8)
                .store(postgres);
        store = postgres.codeGraph();
        graph = new StoredCodeGraph(store);
    }

    private static SymbolId id(String name) {
        return GraphSample.id(name);
    }

    private static List<String> names(AdjacentSymbols found) {
        return found.found().stream()
                .map(one -> one.symbol().symbol().qualifiedName()
                        + one.edge().lines().getFirst())
                .toList();
    }

    private AdjacentSymbols callers(int limit) {
        return store.adjacent(new AdjacencyQuery(
                Set.of(id("Price"), id("Price.<init>"), id("Price.get")),
                Set.of(id("Amount.get")),
                Set.of(id("Price.<init>")),
                Direction.INBOUND,
                CALLS,
                limit));
    }

    @Test
    void adjacent_isInTheOrderOfPlacesWithTestsLastAndOverriddenOnesAfterAll() {
        assertThat(names(callers(10))).containsExactly("Order.total7", "Order.total8", "PriceTest.gets4", "Any.any1");
    }

    @Test
    void adjacent_ofMoreThanAskedFor_keepsTheFirstAndCountsAll() {
        assertThat(names(callers(2))).containsExactly("Order.total7", "Order.total8");
        assertThat(callers(2).total()).isEqualTo(4);
        assertThat(store.adjacent(AdjacencyQuery.of(List.of(id("nobody")), Direction.OUTBOUND, CALLS, 2)))
                .isEqualTo(new AdjacentSymbols(List.of(), 0));
    }

    @Test
    void within_isWhatTheNameOfATypeBegins() {
        assertThat(store.within(graph.symbol(id("Price")).orElseThrow()))
                .extracting(symbol -> symbol.symbol().qualifiedName())
                .containsExactly("Price.<init>", "Price.get");
    }

    @Test
    void within_isAlsoWhatStandsInOtherFilesThatHaveAPartOfTheType() {
        new GraphSample("a/PricePart.java")
                .with(DefinitionKind.CLASS, "Price", true, "part")
                .with(DefinitionKind.METHOD, "Price.elsewhere")
                .store(STORE.store());
        new GraphSample("a/Other.java")
                .with(DefinitionKind.METHOD, "Price.unrelated")
                .store(STORE.store());

        assertThat(store.within(graph.symbol(id("Price")).orElseThrow()))
                .extracting(symbol -> symbol.symbol().qualifiedName())
                .containsExactly("Price.<init>", "Price.get", "Price", "Price.elsewhere");
    }

    @Test
    void callers_ofAType_areThoseOfItsMembersAndOfWhatTheyOverride() {
        assertThat(graph.callers(id("Price"), 10).orElseThrow().neighbours())
                .extracting(one -> one.symbol().symbol().qualifiedName() + one.mayDispatch())
                .containsExactly("Order.totalfalse", "Order.totalfalse", "PriceTest.getsfalse", "Any.anytrue");
        assertThat(graph.callers(id("Prices"), 10).orElseThrow().total()).isZero();
    }

    @Test
    void among_isTheEdgesThatJoinTheSymbolsWithTheirFiles() {
        assertThat(store.among(List.of(id("Order.total"), id("Price.get"), id("Amount.get"))))
                .extracting(found ->
                        found.edge().kind() + " " + found.path() + found.edge().lines())
                .containsExactlyInAnyOrder("CALLS b/Order.java[7, 9]", "MAY_DISPATCH Price.java[3]");
    }

    @Test
    void scan_isAllFilesOnceInTheOrderOfIds() {
        STORE.store().code().removeFiles("r", List.of("Amount.java"));
        new GraphSample("empty.txt").store(STORE.store());
        List<CodeFileId> ids = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        List<ScannedFile> page = store.scan("r", null, 2);
        while (!page.isEmpty()) {
            page.forEach(file -> ids.add(file.id()));
            page.forEach(file -> paths.add(file.path() + file.symbols().size()));
            page = store.scan("r", ids.getLast(), 2);
        }

        assertThat(paths)
                .containsExactlyInAnyOrder("Price.java5", "a-test.java1", "a/Any.java1", "b/Order.java1", "empty.txt0");
        assertThat(ids).isSortedAccordingTo((one, other) -> one.toString().compareTo(other.toString()));
    }
}
