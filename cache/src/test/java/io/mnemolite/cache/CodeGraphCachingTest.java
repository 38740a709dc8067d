package io.mnemolite.cache;

import static io.mnemolite.cache.CountedCodeGraph.ABSENT;
import static io.mnemolite.cache.CountedCodeGraph.ID;
import static io.mnemolite.cache.CountedCodeGraph.SYMBOL;
import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.Direction;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.core.code.resolution.edge.Edge.Kind;
import io.mnemolite.core.code.store.CodeFileId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question to the graph of code is asked once, until code it depends on changes. */
class CodeGraphCachingTest {

    private static final CacheSettings SETTINGS = new CacheSettings(Duration.ofDays(1), 100, 32 << 20);

    /** Those whose answers depend on repository "a" alone. */
    private static final Map<String, Function<CodeGraph, Object>> OF_A = new LinkedHashMap<>();

    /** Those whose repository is known only by their answers. */
    private static final Map<String, Function<CodeGraph, Object>> OF_ALL_CODE = new LinkedHashMap<>();

    static {
        OF_A.put("completeness", graph -> graph.completeness("a"));
        OF_A.put("outline", graph -> graph.outline("a", "A.java"));
        OF_A.put("figures", graph -> graph.figures("a", null));
        OF_A.put("figures of a language", graph -> graph.figures("a", "java"));
        OF_A.put("unresolved", graph -> graph.unresolvedIn(SYMBOL));
        OF_A.put("map", graph -> graph.map("a", null, 100));
        OF_A.put("map with focus", graph -> graph.map("a", "A", 100));
        OF_ALL_CODE.put("completeness of all", graph -> graph.completeness(null));
        OF_ALL_CODE.put("symbol", graph -> graph.symbol(ID));
        OF_ALL_CODE.put("find", graph -> graph.find(new SymbolQuery("a", "A", 10)));
        OF_ALL_CODE.put("callers", graph -> graph.callers(ID, 10));
        OF_ALL_CODE.put("fewer callers", graph -> graph.callers(ID, 9));
        OF_ALL_CODE.put("callees", graph -> graph.callees(ID, 10));
        OF_ALL_CODE.put("impact", graph -> graph.impact(ID, 3, 10));
        OF_ALL_CODE.put("traverse", graph -> graph.traverse(ID, Direction.INBOUND, null, 3));
        OF_ALL_CODE.put("traverse calls", graph -> graph.traverse(ID, Direction.INBOUND, Kind.CALLS, 3));
        OF_ALL_CODE.put("path", graph -> graph.path(ID, ABSENT, null, 3));
        OF_ALL_CODE.put("path back", graph -> graph.path(ABSENT, ID, null, 3));
    }

    private final Caches caches = new Caches(SETTINGS, SETTINGS, SETTINGS, new FakeTicker());
    private final CountedCodeGraph delegate = new CountedCodeGraph();
    private final CodeGraph graph = caches.cached(delegate);

    static Stream<String> questions() {
        return Stream.concat(OF_A.keySet().stream(), OF_ALL_CODE.keySet().stream());
    }

    private Object ask(String question) {
        Function<CodeGraph, Object> asking = OF_A.getOrDefault(question, OF_ALL_CODE.get(question));
        return Objects.requireNonNull(asking).apply(graph);
    }

    private int asks(String question) {
        int before = delegate.asked;
        ask(question);
        return delegate.asked - before;
    }

    @ParameterizedTest
    @MethodSource("questions")
    void question_again_isAnsweredFromTheCache(String question) {
        Object first = ask(question);

        assertThat(delegate.asked).isEqualTo(1);
        assertThat(ask(question)).isEqualTo(first);
        assertThat(delegate.asked).isEqualTo(1);
    }

    @Test
    void questions_thatDifferInAnything_haveAnswersOfTheirOwn() {
        assertThat(questions().mapToInt(this::asks).sum())
                .isEqualTo((int) questions().count());
        assertThat(questions().mapToInt(this::asks).sum()).isZero();
        assertThat(caches.graph().items()).isEqualTo(questions().count());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void question_afterItsRepositoryChanged_isAskedAgain(String question) {
        ask(question);
        caches.codeGraphListener().accept("a");
        assertThat(asks(question)).isEqualTo(1);
        caches.codeListener().changed(List.of(CodeFileId.of("a", "A.java")));
        assertThat(asks(question)).isEqualTo(1);
        caches.clear();
        assertThat(asks(question)).isEqualTo(1);
    }

    @Test
    void question_afterAnotherRepositoryChanged_isAskedAgainWhereItMatters() {
        questions().forEach(this::ask);
        caches.codeGraphListener().accept("b");

        assertThat(OF_A.keySet().stream().mapToInt(this::asks).sum()).isZero();
        assertThat(OF_ALL_CODE.keySet().stream().mapToInt(this::asks).sum()).isEqualTo(OF_ALL_CODE.size());
    }

    @Test
    void whatDoesNotExist_isNotKept() {
        assertThat(graph.symbol(ABSENT)).isEmpty();
        assertThat(graph.map("b", null, 100)).isEmpty();
        assertThat(graph.symbol(ABSENT)).isEmpty();
        assertThat(graph.map("b", null, 100)).isEmpty();
        assertThat(delegate.asked).isEqualTo(4);
    }

    @Test
    void graph_withTheCacheOff_isTheDelegate() {
        CacheSettings off = new CacheSettings(Duration.ofDays(1), 0, 0);

        assertThat(new Caches(SETTINGS, SETTINGS, off, new FakeTicker()).cached(delegate))
                .isSameAs(delegate);
    }
}
