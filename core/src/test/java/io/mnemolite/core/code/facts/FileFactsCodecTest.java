package io.mnemolite.core.code.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.error.MnemoliteException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileFactsCodecTest {

    private static final TypeRef MAP =
            new TypeRef("Map", List.of(TypeRef.of("String"), TypeRef.arrayOf(TypeRef.of("int"))));

    @Test
    void decode_ofWhatWasEncoded_isTheSame() {
        FileFacts facts = facts(everyExpression());

        assertThat(FileFactsCodec.decode(FileFactsCodec.encode(facts))).isEqualTo(facts);
    }

    @Test
    void decode_ofEachTruncation_failsCleanly() {
        byte[] bytes = FileFactsCodec.encode(facts(everyExpression()));

        for (int length = 0; length < bytes.length; length++) {
            byte[] truncated = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> FileFactsCodec.decode(truncated)).isInstanceOf(MnemoliteException.class);
        }
    }

    @Test
    void decode_ofDamagedBytes_failsCleanlyOrGivesFacts() {
        byte[] plain = new FactsWriter().write(facts(everyExpression()));
        long seed = System.nanoTime();
        System.out.println("FileFactsCodecTest seed " + seed);
        Random random = new Random(seed);
        int readable = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = plain.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                new FactsReader(damaged).read();
                readable++;
            } catch (RuntimeException e) {
                assertThat(e).isNotInstanceOf(MnemoliteException.class);
            }
        }
        // A byte of a name may be any letter.
        assertThat(readable).isBetween(1, 4_999);
    }

    @Test
    void decode_ofALengthThatIsALie_failsBeforeItTakesMemory() {
        byte[] bytes = FileFactsCodec.encode(facts(List.of()));
        bytes[1] = 0x0F;

        assertThatThrownBy(() -> FileFactsCodec.decode(bytes))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("claim to hold");
    }

    @Test
    void decode_ofAnotherVersion_says() {
        byte[] bytes = FileFactsCodec.encode(facts(List.of()));
        bytes[0] = FileFactsCodec.VERSION + 1;

        assertThatThrownBy(() -> FileFactsCodec.decode(bytes))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("version " + FileFactsCodec.VERSION);
    }

    /** A union of more literals than a reader takes does not cost what else the file says. */
    @Test
    void decode_ofATypeTooLargeToBeRead_isTheRestOfTheFacts() {
        List<TypeRef> names =
                IntStream.range(0, 10_000).mapToObj(i -> TypeRef.of("T" + i)).toList();
        FileFacts large = facts(List.of(new Expression.Typed(TypeRef.unionOf(names)), new Expression.Typed(MAP)));

        FileFacts decoded = FileFactsCodec.decode(FileFactsCodec.encode(large));

        assertThat(decoded).isEqualTo(facts(List.of(new Expression.Typed(TypeRef.UNKNOWN), new Expression.Typed(MAP))));
        FileFacts largest = facts(List.of(new Expression.Typed(TypeRef.unionOf(names.subList(0, 9_999)))));
        assertThat(FileFactsCodec.decode(FileFactsCodec.encode(largest))).isEqualTo(largest);
    }

    @Test
    void encode_ofFactsNestedTooDeeply_isRefused() {
        Expression expression = new Expression.Name("x");
        TypeRef type = TypeRef.of("T");
        for (int i = 0; i < 200; i++) {
            expression = new Expression.Member(expression, "x");
            type = TypeRef.arrayOf(type);
        }
        FileFacts deepExpression = facts(List.of(expression));
        FileFacts deepType = facts(List.of(new Expression.Typed(type)));

        assertThatThrownBy(() -> FileFactsCodec.encode(deepExpression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An expression is nested deeper than 200");
        assertThatThrownBy(() -> FileFactsCodec.encode(deepType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A type is nested deeper than 200");
    }

    @Test
    void symbols_differBySignatureAndPlaceAmongEquals() {
        FileFacts facts = facts(List.of());

        List<SymbolId> ids = SymbolId.of("repository", facts);

        assertThat(ids).doesNotHaveDuplicates().hasSameSizeAs(facts.definitions());
        assertThat(ids).isEqualTo(SymbolId.of("repository", facts));
        assertThat(ids).doesNotContainAnyElementsOf(SymbolId.of("another", facts));
    }

    @Test
    void facts_withAnIndexThatRefersToNothing_areRefused() {
        FileFacts facts = facts(List.of());
        List<Scope> scopes = List.of(facts.scopes().getFirst(), new Scope(Scope.Kind.BLOCK, 5, 0, List.of()));

        assertThatThrownBy(() -> new FileFacts(
                        facts.language(), "A.java", false, "", List.of(), facts.definitions(), scopes, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A.java");
    }

    private static List<Expression> everyExpression() {
        Expression name = new Expression.Name("name");
        return List.of(
                Expression.UNKNOWN,
                name,
                new Expression.Member(name, "field"),
                new Expression.Self(null),
                new Expression.Self("Outer"),
                new Expression.Parent("Interface"),
                new Expression.Result(0),
                new Expression.Callable(1),
                new Expression.Typed(MAP),
                new Expression.TypeName(TypeRef.NULL),
                new Expression.Element(name, true),
                new Expression.Choice(List.of(name, Expression.UNKNOWN)),
                new Expression.Operation("+", name, name),
                new Expression.Lambda(1, 2, name),
                new Expression.Lambda(1, 0, null),
                new Expression.ParameterOf(0, 1, 2),
                new Expression.ParameterOfType(MAP, 1),
                new Expression.Awaited(name),
                new Expression.Invoked(name));
    }

    private static FileFacts facts(List<Expression> arguments) {
        List<Definition> definitions = new ArrayList<>();
        definitions.add(definition(DefinitionKind.MODULE, "A.java", -1, List.of()));
        definitions.add(definition(DefinitionKind.CLASS, "Größe", 0, List.of()));
        definitions.add(definition(DefinitionKind.METHOD, "m", 1, List.of()));
        definitions.add(definition(DefinitionKind.METHOD, "m", 1, List.of(new Definition.Parameter("x", MAP))));
        definitions.add(definition(DefinitionKind.METHOD, "m", 1, List.of(new Definition.Parameter("y", MAP))));
        Binding binding = new Binding(Binding.Kind.LOCAL, "x", MAP, new Expression.Name("y"), true, 17);
        return new FileFacts(
                new Language("java"),
                "a/A.java",
                true,
                "a",
                List.of(new Import(Import.Kind.STATIC, "b.C", "m", "m", 0, 3)),
                definitions,
                List.of(
                        new Scope(Scope.Kind.FILE, -1, 0, List.of()),
                        new Scope(Scope.Kind.TYPE, 0, 1, List.of(binding))),
                List.of(
                        new CallSite(CallSite.Form.CALL, "f", null, null, arguments.size(), arguments, 1, 2, 4, 5, 66),
                        new CallSite(
                                CallSite.Form.METHOD_REFERENCE,
                                "g",
                                new Expression.Name("x"),
                                MAP,
                                -1,
                                List.of(),
                                List.of("a", CallSite.NO_LABEL),
                                0,
                                0,
                                1,
                                1,
                                0)));
    }

    private static Definition definition(
            DefinitionKind kind, String name, int owner, List<Definition.Parameter> parameters) {
        return new Definition(
                kind,
                name,
                "a." + name,
                owner,
                0,
                Set.of(Definition.Trait.STATIC, Definition.Trait.DEFAULT_EXPORT),
                List.of(new Definition.TypeParameter("T", List.of(MAP))),
                parameters,
                parameters.size(),
                Integer.MAX_VALUE,
                MAP,
                List.of(TypeRef.of("B")),
                1,
                9);
    }
}
