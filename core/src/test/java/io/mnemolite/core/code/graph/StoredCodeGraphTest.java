package io.mnemolite.core.code.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.Route.Relation;
import io.mnemolite.core.code.resolution.edge.Edge.Kind;
import io.mnemolite.core.code.store.CodeFileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredCodeGraphTest {

    private static final PlacedSymbol HUB = method(0, "Log.log");
    private static final PlacedSymbol FAR = method(-1, "Far.far");

    private static final PlacedSymbol READER = symbol(10, DefinitionKind.CLASS, "io.Reader");
    private static final PlacedSymbol CREATION = symbol(11, DefinitionKind.CONSTRUCTOR, "io.Reader.<init>");
    private static final PlacedSymbol NEXT = method(12, "io.Reader.next");
    private static final PlacedSymbol MAIN = method(13, "Main.main");
    private static final PlacedSymbol START = method(14, "Start.start");
    private static final List<PlacedSymbol> READING = List.of(READER, CREATION, NEXT, MAIN, START);

    private static PlacedSymbol method(long number, String qualifiedName) {
        return symbol(number, DefinitionKind.METHOD, qualifiedName);
    }

    private static PlacedSymbol symbol(long number, DefinitionKind kind, String qualifiedName) {
        String name = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
        CodeSymbol symbol = new CodeSymbol(
                id(number), CodeFileId.of("r", "A.java"), kind, name, qualifiedName, "", 1, 1, false, false);
        return new PlacedSymbol(symbol, "r", "A.java", new Language("java"), Instant.EPOCH);
    }

    private static SymbolId id(long number) {
        return new SymbolId(new UUID(7, number));
    }

    private static CodeGraphStore.Link link(long source, Kind kind, long target) {
        return new CodeGraphStore.Link(id(source), id(target), kind);
    }

    private static CodeGraphStore.Link call(long source, long target) {
        return link(source, Kind.CALLS, target);
    }

    /** Main creates a reader, whose constructor calls {@code next}; Start calls Main. */
    private static LinkedStore reading() {
        return new LinkedStore(READING, Stream.of(call(13, 11), call(11, 12), call(14, 13)));
    }

    private static List<String> names(Neighbours found) {
        return found.neighbours().stream()
                .map(one -> one.symbol().symbol().qualifiedName())
                .toList();
    }

    private static List<String> names(Impact found) {
        return found.affected().stream()
                .map(one -> one.symbol().symbol().qualifiedName() + one.distance())
                .toList();
    }

    @Test
    void neighbours_ofAType_areThoseOfItsMembersFromOutside() {
        StoredCodeGraph graph = new StoredCodeGraph(reading());

        Neighbours callers = graph.callers(id(10), 10).orElseThrow();

        assertThat(names(callers)).containsExactly("Main.main");
        assertThat(callers.total()).isEqualTo(1);
        assertThat(callers.includesMembers()).isTrue();
        assertThat(callers.neighbours().getFirst().mayDispatch()).isFalse();
        assertThat(graph.callers(id(12), 10).orElseThrow().includesMembers()).isFalse();
    }

    @Test
    void impact_ofAType_isThatOfItsMembers() {
        Impact impact = new StoredCodeGraph(reading()).impact(id(10), 5, 10).orElseThrow();

        assertThat(names(impact)).containsExactly("Main.main1", "Start.start2");
        assertThat(impact.includesMembers()).isTrue();
    }

    @Test
    void impact_ofMoreThanIsAskedFor_countsAll() {
        Impact impact = new StoredCodeGraph(reading()).impact(id(10), 5, 1).orElseThrow();

        assertThat(names(impact)).containsExactly("Main.main1");
        assertThat(impact.total()).isEqualTo(2);
        assertThat(impact.completeness().isCut()).isTrue();
    }

    @Test
    void traverse_fromAType_goesFromItsMembers() {
        Traversal found = new StoredCodeGraph(reading()).traverse(id(10), Direction.INBOUND, null, 1);

        assertThat(found.nodes()).containsExactly(MAIN);
        assertThat(found.includesMembers()).isTrue();
    }

    @Test
    void path_toAType_endsAtAMemberAndSaysHowEachStepLeads() {
        Route route = new StoredCodeGraph(reading()).path(id(14), id(10), null, 10);

        assertThat(route.nodes()).containsExactly(id(14), id(13), id(11), id(10));
        assertThat(route.symbols()).containsExactly(START, MAIN, CREATION, READER);
        assertThat(route.steps())
                .extracting(Route.Step::relation)
                .containsExactly(Relation.EDGE, Relation.EDGE, Relation.PART_OF);
        assertThat(route.steps().getFirst().edge())
                .isNotNull()
                .satisfies(found -> assertThat(found.edge().lines()).containsExactly(4));
        assertThat(route.steps().getLast().edge()).isNull();
    }

    @Test
    void path_fromATypeToItsMember_needsNoEdge() {
        StoredCodeGraph graph = new StoredCodeGraph(reading());

        assertThat(graph.path(id(10), id(12), null, 1).nodes()).containsExactly(id(10), id(12));
        assertThat(graph.path(id(12), id(10), null, 1).steps())
                .extracting(Route.Step::relation)
                .containsExactly(Relation.PART_OF);
        assertThat(graph.path(id(10), id(10), null, 1).nodes()).containsExactly(id(10));
    }

    /** {@code new Reader()} names the type, so what may be missing is what calls that name; so in all languages. */
    @ParameterizedTest
    @CsvSource({
        "CONSTRUCTOR, io.Reader.<init>, Reader",
        "METHOD, io.Reader.next, next",
        "CONSTRUCTOR, app.Reader.__init__, Reader __init__",
        "METHOD, app.Reader.__init__, Reader __init__",
        "METHOD, web/reader.Reader.constructor, Reader constructor",
        "CLASS, io.Reader, Reader",
    })
    void callers_areSoughtByTheNamesThatCallSitesSay(DefinitionKind kind, String qualifiedName, String names) {
        LinkedStore store = new LinkedStore(List.of(symbol(1, kind, qualifiedName)), Stream.of());
        store.unresolved = 3;

        Completeness completeness =
                new StoredCodeGraph(store).callers(id(1), 10).orElseThrow().completeness();

        assertThat(store.names).containsExactlyInAnyOrder(names.split(" "));
        assertThat(completeness).isEqualTo(new Completeness(false, 3, false, false, 0));
    }

    /** {@code I.m ← B.m ← C.m}: a call of I.m may arrive at C.m. */
    @Test
    void callers_ofAMethod_areThoseOfAllThatItOverrides() {
        LinkedStore store = new LinkedStore(
                List.of(method(1, "I.m"), method(2, "B.m"), method(3, "C.m"), MAIN),
                Stream.of(link(1, Kind.MAY_DISPATCH, 2), link(2, Kind.MAY_DISPATCH, 3), call(13, 1)));

        Neighbours callers = new StoredCodeGraph(store).callers(id(3), 10).orElseThrow();

        assertThat(names(callers)).containsExactly("Main.main");
        assertThat(callers.neighbours().getFirst().mayDispatch()).isTrue();
        assertThat(callers.completeness().isExact()).isTrue();
    }

    @Test
    void callers_ofAMethodThatOverridesMany_doNotDependOnTheLimit() {
        List<PlacedSymbol> symbols = new ArrayList<>(List.of(method(1, "C.m"), MAIN));
        IntStream.range(100, 110).forEach(number -> symbols.add(method(number, "I" + number + ".m")));
        LinkedStore store = new LinkedStore(
                symbols,
                Stream.concat(
                        IntStream.range(100, 110).mapToObj(number -> link(number, Kind.MAY_DISPATCH, 1)),
                        Stream.of(call(13, 109))));

        assertThat(names(new StoredCodeGraph(store).callers(id(1), 1).orElseThrow()))
                .containsExactly("Main.main");
    }

    @Test
    void callers_ofAMethodThatOverridesMoreThanAreFollowed_areALowerBound() {
        LinkedStore store = new LinkedStore(
                List.of(HUB),
                IntStream.rangeClosed(1, StoredCodeGraph.MOST_OVERRIDES)
                        .mapToObj(number -> link(number, Kind.MAY_DISPATCH, 0)));

        assertThat(new StoredCodeGraph(store).callers(id(0), 10).orElseThrow().completeness())
                .isEqualTo(new Completeness(false, 0, false, true, 0));
    }

    @Test
    void impact_ofAnOverriddenMethod_showsWhatOverridesItAndWhoCallsThat() {
        LinkedStore store = new LinkedStore(
                List.of(method(1, "I.m"), method(2, "B.m"), method(3, "C.m"), MAIN),
                Stream.of(link(1, Kind.MAY_DISPATCH, 2), link(2, Kind.MAY_DISPATCH, 3), call(13, 3)));
        StoredCodeGraph graph = new StoredCodeGraph(store);

        assertThat(names(graph.impact(id(1), 5, 10).orElseThrow())).containsExactly("B.m1", "C.m2", "Main.main3");
        assertThat(names(graph.impact(id(1), 1, 10).orElseThrow())).containsExactly("B.m1");
    }

    @Test
    void traverse_ofMoreThanIsVisited_saysThatItIsCut() {
        LinkedStore store = new LinkedStore(
                List.of(HUB),
                IntStream.rangeClosed(1, BreadthFirst.MOST_VISITED).mapToObj(i -> call(i, 0)));
        StoredCodeGraph graph = new StoredCodeGraph(store);

        assertThat(graph.traverse(id(0), Direction.INBOUND, null, 1).completeness())
                .isEqualTo(new Completeness(false, 0, false, true, 0));
        assertThat(graph.traverse(id(0), Direction.OUTBOUND, null, 1).completeness())
                .isEqualTo(new Completeness(true, 0, false, false, 0));
    }

    @Test
    void traverse_whereSitesMayBeMissing_isALowerBound() {
        LinkedStore store = new LinkedStore(List.of(HUB), Stream.of());
        store.unresolved = 3;
        StoredCodeGraph graph = new StoredCodeGraph(store);

        assertThat(graph.traverse(id(0), Direction.INBOUND, null, 1)
                        .completeness()
                        .unresolved())
                .isEqualTo(3);
        assertThat(store.names).containsExactly("log");
        assertThat(graph.traverse(id(0), Direction.INBOUND, Kind.INHERITS, 1)
                        .completeness()
                        .isExact())
                .isTrue();
    }

    @Test
    void callees_ofAFileWhoseRecordIsDamaged_areALowerBound() {
        LinkedStore store = reading();
        store.putText("r", "A.java");
        store.putResolution("r", "A.java", new byte[] {ResolutionCodec.VERSION, 7});

        assertThat(new StoredCodeGraph(store).callees(id(13), 10).orElseThrow().completeness())
                .isEqualTo(new Completeness(false, 1, false, false, 0));
    }

    @Test
    void answers_whileFilesCannotBeRead_areLowerBounds() {
        LinkedStore store = reading();
        store.state = new GraphState(false, 2);
        StoredCodeGraph graph = new StoredCodeGraph(store);
        Completeness unread = new Completeness(false, 0, false, false, 2);

        assertThat(List.of(
                        graph.callers(id(13), 10).orElseThrow().completeness(),
                        graph.callees(id(13), 10).orElseThrow().completeness(),
                        graph.impact(id(13), 5, 10).orElseThrow().completeness(),
                        graph.traverse(id(13), Direction.BOTH, null, 3).completeness(),
                        graph.path(id(11), id(13), null, 3).completeness(),
                        graph.completeness("r")))
                .containsOnly(unread);
        assertThat(unread.ofWhatWasRead().isExact()).isTrue();
        assertThat(unread.cut(true).isCut()).isTrue();
    }

    @Test
    void path_notFoundAmongAsManyAsAreVisited_saysThatThereMayBeOne() {
        LinkedStore store = new LinkedStore(
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
