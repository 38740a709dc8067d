package io.mnemolite.postgres.code.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.code.CodeSample;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.AdjacencyQuery;
import io.mnemolite.core.code.graph.AdjacentSymbol;
import io.mnemolite.core.code.graph.CodeEdge;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.CodeGraphStore;
import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.Direction;
import io.mnemolite.core.code.graph.GraphSnapshot;
import io.mnemolite.core.code.graph.GraphState;
import io.mnemolite.core.code.graph.Impact;
import io.mnemolite.core.code.graph.Neighbours;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.ResolutionCodec;
import io.mnemolite.core.code.graph.ResolvedFile;
import io.mnemolite.core.code.graph.StoredCodeGraph;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Edge.Kind;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.edge.Rule;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite.Reason;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.TestStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A graph made by hand: {@code a → b → c → d}, {@code a → d}, {@code t → c} from a test, {@code e} alone. */
class PostgresCodeGraphStoreTest {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Set<Kind> CALLS = EnumSet.of(Kind.CALLS);

    private CodeStore files;
    private CodeGraphStore store;
    private CodeGraph graph;

    @BeforeEach
    void graph() {
        PostgresStore postgres = STORE.empty();
        files = postgres.code();
        store = postgres.codeGraph();
        graph = new StoredCodeGraph(store);
        write("main.py", "one");
        write("test.py", "two");
        resolve(
                "main.py",
                List.of("a", "b", "c", "d", "e", "parseHttpRequest"),
                List.of(edge("a", "b", 3), edge("a", "b", 2), edge("b", "c", 4), edge("c", "d", 5), edge("a", "d", 6)),
                List.of(new UnresolvedSite(id("a"), "x.d", "d", 7, 1, Reason.UNKNOWN_RECEIVER)));
        resolve("test.py", List.of("t"), List.of(edge("t", "c", 1), edge("t", "gone", 2)), List.of());
        store.markComplete("r", store.snapshot("r").written());
    }

    @Test
    void snapshot_tellsWhetherEdgesAreThoseOfTheFiles() {
        GraphSnapshot complete = store.snapshot("r");
        assertThat(complete.isComplete()).isTrue();
        assertThat(complete.files()).containsOnlyKeys("main.py", "test.py");

        write("main.py", "changed");

        assertThat(store.snapshot("r").isComplete()).isFalse();
        assertThat(store.state("r").isStale()).isTrue();
        assertThat(store.snapshot("r").files().get("main.py"))
                .isNotEqualTo(complete.files().get("main.py"));
        store.markComplete("r", complete.written());
        assertThat(store.state("r").isStale())
                .as("an earlier count does not cover the change")
                .isTrue();
        assertThat(store.snapshot("nobody").files()).isEmpty();
        assertThat(store.state("nobody")).isEqualTo(GraphState.WHOLE);
    }

    @Test
    void removal_ofAFileTakesItsSymbolsAndEdges() {
        files.removeFiles("r", List.of("main.py"));

        assertThat(store.symbols(List.of(id("a"), id("t")))).hasSize(1);
        assertThat(outbound("t", CALLS)).isEmpty();
        assertThat(store.state("r").isStale()).isTrue();
    }

    @Test
    void replace_ofAFileThatChangedMeanwhile_isLeftAlone() {
        long revision = Objects.requireNonNull(store.snapshot("r").files().get("main.py"))
                .revision();
        write("main.py", "changed");

        store.replace("r", List.of(resolved("main.py", revision, List.of("new"), List.of(), List.of())));

        assertThat(graph.symbol(id("new"))).isEmpty();
    }

    @Test
    void edges_keepTheirPlacesAndShowNoEndThatIsGone() {
        AdjacentSymbol found = outbound("a", CALLS).stream()
                .filter(one -> one.symbol().symbol().id().equals(id("b")))
                .findFirst()
                .orElseThrow();
        CodeEdge edge = found.edge();

        assertThat(edge.source()).isEqualTo(id("a"));
        assertThat(edge.target()).isEqualTo(id("b"));
        assertThat(edge.lines()).containsExactly(2, 3);
        assertThat(edge.rule()).isEqualTo(Rule.PACKAGE);
        assertThat(edge.confidence()).isEqualTo(0.9f);
        assertThat(outbound("t", CALLS)).hasSize(1);
        assertThat(store.links(List.of(id("c")), Direction.BOTH, CALLS, 10)).hasSize(3);
        assertThat(outbound("a", EnumSet.of(Kind.INHERITS))).isEmpty();
    }

    @Test
    void callers_areExactUnlessASiteOfTheNameIsUnresolved() {
        Neighbours exact = graph.callers(id("c"), 10).orElseThrow();
        Neighbours unsure = graph.callers(id("d"), 10).orElseThrow();

        assertThat(exact.neighbours())
                .extracting(one -> one.symbol().symbol().name())
                .containsExactly("b", "t");
        assertThat(exact.completeness().isExact()).isTrue();
        assertThat(unsure.completeness().isExact()).isFalse();
        assertThat(unsure.completeness().unresolved()).isEqualTo(1);
        assertThat(graph.callers(id("c"), 1).orElseThrow().completeness().isCut())
                .isTrue();
        assertThat(graph.callers(id("nobody"), 1)).isEmpty();
    }

    @Test
    void callees_sayWhatIsUnresolvedInTheSymbol() {
        Neighbours callees = graph.callees(id("a"), 10).orElseThrow();

        assertThat(callees.neighbours())
                .extracting(one -> one.symbol().symbol().name())
                .containsExactly("b", "d");
        assertThat(callees.completeness().isExact()).isFalse();
        assertThat(graph.unresolvedIn(callees.of()))
                .singleElement()
                .satisfies(site -> assertThat(site.callee()).isEqualTo("x.d"));
        assertThat(graph.callees(id("b"), 10).orElseThrow().completeness().isExact())
                .isTrue();
    }

    @Test
    void impact_goesBackByDistanceWithTestsLast() {
        Impact impact = graph.impact(id("d"), 5, 10).orElseThrow();

        assertThat(impact.affected())
                .extracting(one -> one.symbol().symbol().name() + one.distance())
                .containsExactly("a1", "c1", "b2", "t2");
        assertThat(impact.completeness().isExact()).isFalse();
    }

    @Test
    void path_isAShortestOneAlongTheEdges() {
        assertThat(graph.path(id("a"), id("d"), null, 10).nodes()).containsExactly(id("a"), id("d"));
        assertThat(graph.path(id("b"), id("d"), null, 10).nodes()).containsExactly(id("b"), id("c"), id("d"));
        assertThat(graph.path(id("b"), id("d"), null, 1).nodes()).isEmpty();
        assertThat(graph.path(id("d"), id("a"), null, 10).nodes()).isEmpty();
        assertThat(graph.path(id("d"), id("a"), null, 10).completeness().isExact())
                .isFalse();
        assertThat(graph.path(id("d"), id("a"), null, 10).completeness().unresolved())
                .isEqualTo(1);
        assertThat(graph.path(id("e"), id("e"), null, 10).nodes()).containsExactly(id("e"));
        assertThat(graph.path(id("nobody"), id("e"), null, 10).nodes()).isEmpty();
    }

    @Test
    void traverse_leavesTheStartOutAndGoesTheWayAskedFor() {
        assertThat(names(graph.traverse(id("a"), Direction.OUTBOUND, null, 1).nodes()))
                .containsExactly("b", "d");
        assertThat(names(graph.traverse(id("a"), Direction.OUTBOUND, Kind.CALLS, 3)
                        .nodes()))
                .containsExactly("b", "d", "c");
        assertThat(names(graph.traverse(id("c"), Direction.INBOUND, null, 5).nodes()))
                .containsExactly("b", "t", "a");
        assertThat(names(graph.traverse(id("c"), Direction.BOTH, null, 1).nodes()))
                .containsExactly("b", "d", "t");
        assertThat(graph.traverse(id("nobody"), Direction.BOTH, null, 3).nodes())
                .isEmpty();
    }

    @Test
    void find_ranksExactBeforePrefixBeforeHumps() {
        assertThat(names(find("r", "m.b"))).containsExactly("b");
        assertThat(names(find(null, "parse"))).containsExactly("parseHttpRequest");
        assertThat(names(find("r", "pHR"))).containsExactly("parseHttpRequest");
        assertThat(names(find("r", "pa%"))).isEmpty();
        assertThat(find("other", "b")).isEmpty();
    }

    @Test
    void figures_countSymbolsEdgesAndSites() {
        assertThat(graph.figures("r", null).nodesByType()).containsEntry("function", 7L);
        assertThat(graph.figures("r", null).edgesByType()).containsEntry("calls", 6L);
        assertThat(graph.figures("r", null).resolvedSites()).isEqualTo(7);
        assertThat(graph.figures("r", null).unresolvedInside()).isEqualTo(1);
        assertThat(graph.figures("r", "no such").nodes()).isZero();
        assertThat(graph.outline("r", "test.py")).hasSize(1);
    }

    @Test
    void map_showsWhatMuchLeadsToWithinItsTokens() {
        String map = graph.map("r", null, 10_000).orElseThrow().text();
        assertThat(map).startsWith("main.py:\n").contains("function m.a()").contains("test.py:\n");

        String small = graph.map("r", null, 20).orElseThrow().text();
        assertThat(small).contains("m.d").doesNotContain("m.e");
        assertThat(graph.map("nobody", null, 100)).isEmpty();
    }

    @Test
    void resolution_isReadAsItWasStored() {
        Resolution stored = ResolutionCodec.decode(store.resolutions(List.of(CodeFileId.of("r", "main.py")))
                .getFirst()
                .resolution());

        assertThat(stored.edges()).hasSize(5).contains(edge("a", "b", 3));
        assertThat(stored.unresolved()).hasSize(1);
        assertThat(stored.keys()).containsExactly(-5, 7);
    }

    private List<AdjacentSymbol> outbound(String of, Set<Kind> kinds) {
        return store.adjacent(AdjacencyQuery.of(List.of(id(of)), Direction.OUTBOUND, kinds, 10))
                .found();
    }

    private void write(String path, String content) {
        files.write("r", AT, List.of(CodeSample.of(path, content).draft()), List.of());
    }

    private void resolve(String path, List<String> names, List<Edge> edges, List<UnresolvedSite> unresolved) {
        long revision =
                Objects.requireNonNull(store.snapshot("r").files().get(path)).revision();
        store.replace("r", List.of(resolved(path, revision, names, edges, unresolved)));
    }

    private List<PlacedSymbol> find(@Nullable String repository, String name) {
        return graph.find(new SymbolQuery(repository, name, 10)).symbols();
    }

    private static ResolvedFile resolved(
            String path, long revision, List<String> names, List<Edge> edges, List<UnresolvedSite> unresolved) {
        CodeFileId file = CodeFileId.of("r", path);
        List<CodeSymbol> symbols = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            symbols.add(new CodeSymbol(
                    id(name),
                    file,
                    DefinitionKind.FUNCTION,
                    name,
                    "m." + name,
                    "",
                    i + 1,
                    i + 1,
                    path.startsWith("test"),
                    false));
        }
        return new ResolvedFile(file, revision, symbols, new Resolution(edges, unresolved, new long[] {-5, 7}), true);
    }

    private static Edge edge(String source, String target, int line) {
        return new Edge(id(source), id(target), Kind.CALLS, line, 1, Rule.PACKAGE, 0.9f, 1);
    }

    private static SymbolId id(String name) {
        return new SymbolId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> names(List<PlacedSymbol> symbols) {
        return symbols.stream().map(placed -> placed.symbol().name()).toList();
    }
}
