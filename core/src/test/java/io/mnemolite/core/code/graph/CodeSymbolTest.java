package io.mnemolite.core.code.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.store.CodeFileId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeSymbolTest {

    private static Definition definition(DefinitionKind kind, String name, int owner, Set<Trait> traits) {
        return new Definition(kind, name, name, owner, 0, traits, List.of(), List.of(), 0, 0, null, List.of(), 1, 1);
    }

    /** The text of a record names its components, which read themselves; it does not name what an enum gets. */
    @ParameterizedTest
    @CsvSource({
        "CONSTRUCTOR, IMPLICIT, true",
        "CONSTRUCTOR, VARARGS, false",
        "CLASS, ANONYMOUS LOCAL, true",
        "CLASS, LOCAL, false",
        "METHOD, IMPLICIT, false",
        "METHOD, IMPLICIT STATIC, true",
    })
    void of_aDefinition_knowsWhetherTheTextNamesIt(DefinitionKind kind, String traits, boolean isImplicit) {
        Set<Trait> given = Arrays.stream(traits.split(" ")).map(Trait::valueOf).collect(Collectors.toSet());
        FileFacts facts = new FileFacts(
                new Language("java"),
                "A.java",
                false,
                "",
                List.of(),
                List.of(definition(DefinitionKind.MODULE, "A", -1, Set.of()), definition(kind, "it", 0, given)),
                List.of(new Scope(Scope.Kind.FILE, -1, 0, List.of())),
                List.of());

        assertThat(CodeSymbol.of("r", facts, CodeFileId.of("r", "A.java")))
                .extracting(CodeSymbol::isImplicit)
                .containsExactly(false, isImplicit);
    }
}
