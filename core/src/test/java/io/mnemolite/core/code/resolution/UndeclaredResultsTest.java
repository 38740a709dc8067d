package io.mnemolite.core.code.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.PythonFacts;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite.Reason;
import io.mnemolite.core.code.resolution.registry.RepositoryModel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a function of another file returns without declaring it: {@code make().run()}, where {@code make} is in maker.py. */
class UndeclaredResultsTest {

    private static final Expression NAME = new Expression.Name("things");

    private static PythonFacts maker() {
        return new PythonFacts("maker.py").type("Thing", "run").calls(null, "Thing");
    }

    /** The last call of caller.py, with the file of the function it calls first. */
    private static Resolution resolved(FileFacts maker) {
        FileFacts caller = new PythonFacts("caller.py")
                .takes("maker", "make")
                .calls(null, "make")
                .calls(new Expression.Result(0), "run")
                .facts();
        RepositoryModel model = new RepositoryModel("r");
        model.change(List.of(maker, caller), List.of());
        return new Resolver(model).resolve(caller);
    }

    private static void assertCallsRun(FileFacts maker) {
        Resolution resolution = resolved(maker);
        SymbolId run = SymbolId.of("r", maker).get(2);
        assertThat(resolution.unresolved()).isEmpty();
        assertThat(resolution.edges().stream()
                        .filter(edge -> edge.kind() == Edge.Kind.CALLS && edge.line() == 2)
                        .map(Edge::target))
                .containsExactly(run);
    }

    private static void assertUnknown(FileFacts maker) {
        assertThat(resolved(maker).unresolved().stream().map(UnresolvedSite::reason))
                .containsExactly(Reason.UNKNOWN_RECEIVER);
    }

    @Test
    void result_thatWasWaitedFor_isWhatItWaitedFor() {
        assertCallsRun(maker().returning("make", new Expression.Awaited(new Expression.Result(0)))
                .facts());
    }

    @Test
    void result_ofALocalNameWithADeclaredType_isOfThatType() {
        Binding local = new Binding(Binding.Kind.LOCAL, "thing", TypeRef.of("Thing"), Expression.UNKNOWN, false, 1);

        assertCallsRun(
                maker().returning("make", new Expression.Name("thing"), local).facts());
    }

    @Test
    void result_thatAnotherCalleeYields_isWhatThatYields() {
        assertCallsRun(maker().returning("make", new Expression.Invoked(new Expression.Name("Thing")))
                .facts());
    }

    @Test
    void result_ofALocalNameThatIsGivenTwice_isNotKnown() {
        Binding first = new Binding(Binding.Kind.LOCAL, "thing", null, new Expression.Result(0), false, 1);
        Binding second = new Binding(Binding.Kind.LOCAL, "thing", null, new Expression.Name("other"), false, 2);

        assertUnknown(maker().returning("make", new Expression.Name("thing"), first, second)
                .facts());
        assertCallsRun(
                maker().returning("make", new Expression.Name("thing"), first).facts());
    }

    /** What only the function's own file can tell, or nothing can. */
    static Stream<Expression> untold() {
        Expression deep = NAME;
        for (int i = 0; i < 6; i++) {
            deep = new Expression.Member(deep, "next");
        }
        return Stream.of(
                new Expression.Element(NAME, false),
                new Expression.Operation("+", NAME, NAME),
                new Expression.Lambda(0, 0, NAME),
                new Expression.Parent(null),
                new Expression.Callable(0),
                new Expression.ParameterOf(0, 0, 0),
                new Expression.ParameterOfType(TypeRef.of("Callable"), 0),
                new Expression.Awaited(Expression.UNKNOWN),
                new Expression.Invoked(Expression.UNKNOWN),
                deep);
    }

    @ParameterizedTest
    @MethodSource("untold")
    void result_thatMeansNothingOutside_isNotKnown(Expression result) {
        assertUnknown(maker().returning("make", result).facts());
    }
}
