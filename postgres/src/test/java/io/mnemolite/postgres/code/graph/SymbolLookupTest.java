package io.mnemolite.postgres.code.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.graph.CodeGraphStore;
import io.mnemolite.core.code.graph.FoundSymbols;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.TestStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever exists is found by its name, however many symbols bear a part of it. */
class SymbolLookupTest {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    private static final int MANY = 3_000;

    private CodeGraphStore graph;

    @BeforeEach
    void graph() {
        PostgresStore store = STORE.empty();
        GraphSample many = new GraphSample("many.java");
        for (int i = 0; i < MANY; i++) {
            many.with(DefinitionKind.CONSTRUCTOR, "a.C" + i + ".<init>");
        }
        many.store(store);
        new GraphSample("zlast.java")
                .with(DefinitionKind.CLASS, "java.lang.String")
                .with(DefinitionKind.CONSTRUCTOR, "java.lang.String.<init>")
                .with(DefinitionKind.METHOD, "java.util.Optional.get")
                .with(DefinitionKind.METHOD, "java.util.OptionalInt.getAsInt")
                .with(DefinitionKind.METHOD, "x.NotOptional.get")
                .with(DefinitionKind.METHOD, "größe.Maß.über_100%")
                .with(DefinitionKind.CLASS, "x.Hidden.run.1", true)
                .with(DefinitionKind.CLASS, "x.Parted", false)
                .with(DefinitionKind.CLASS, "x.Parted", true, "x.Parted in another file")
                .with(DefinitionKind.CONSTRUCTOR, "x.Hidden.<init>", true)
                .store(store);
        graph = store.codeGraph();
    }

    private FoundSymbols find(@Nullable String repository, String name, int limit) {
        return graph.find(new SymbolQuery(repository, name, limit));
    }

    private List<String> names(String name) {
        return find("r", name, 10).symbols().stream()
                .map(symbol -> symbol.symbol().qualifiedName())
                .toList();
    }

    @Test
    void find_byAQualifiedName_findsItAmongThousandsOfItsSimpleName() {
        assertThat(names("java.lang.String.<init>")).containsExactly("java.lang.String.<init>");
        assertThat(names("String.<init>")).containsExactly("java.lang.String.<init>");
        assertThat(names("C2999.<init>")).containsExactly("a.C2999.<init>");
        assertThat(find(null, "lang.String#<init>", 1).symbols()).hasSize(1);
    }

    @Test
    void find_byTheEndOfAName_takesWholePartsOnly() {
        assertThat(names("Optional.get")).containsExactly("java.util.Optional.get");
        assertThat(names("Maß.über_100%")).containsExactly("größe.Maß.über_100%");
        assertThat(names("Maß.über_100")).isEmpty();
        assertThat(names("Optional.ge_")).isEmpty();
        assertThat(names("lang.String.")).isEmpty();
    }

    @Test
    void find_ofMoreThanAreShown_countsAll() {
        FoundSymbols found = find("r", "<init>", 5);

        assertThat(found.symbols()).hasSize(5);
        assertThat(found.total()).isEqualTo(MANY + 1L);
        assertThat(found.isCut()).isTrue();
        assertThat(find("r", "getA", 5).isCut()).isFalse();
        assertThat(find("r", "nope", 5)).isEqualTo(new FoundSymbols(List.of(), 0));
    }

    @Test
    void find_byHumpsOrAStart_isAnyCaseForTheLatter() {
        assertThat(names("gAI")).containsExactly("java.util.OptionalInt.getAsInt");
        assertThat(names("GETAS")).containsExactly("java.util.OptionalInt.getAsInt");
        assertThat(names("g(A")).isEmpty();
    }

    /** What the text does not name is in no list, but it is there for who names it whole. */
    @Test
    void find_ofWhatTheTextDoesNotName_needsItsQualifiedName() {
        assertThat(names("1")).isEmpty();
        assertThat(names("x.Hidden.<init>")).containsExactly("x.Hidden.<init>");
        assertThat(names("x.Parted")).containsExactly("x.Parted");
        assertThat(graph.outline("r", "zlast.java"))
                .extracting(symbol -> symbol.symbol().qualifiedName())
                .contains("x.NotOptional.get")
                .doesNotContain("x.Hidden.<init>", "x.Hidden.run.1");
        assertThat(graph.symbols(List.of(GraphSample.id("x.Hidden.<init>"))))
                .singleElement()
                .satisfies(symbol -> assertThat(symbol.symbol().isImplicit()).isTrue());
    }
}
