package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.store.CodeFileId;
import java.util.ArrayList;
import java.util.List;

/**
 * A definition, as a node of the graph.
 *
 * @param signature parameter types as written, which tell overloads apart
 * @param startLine 1-based
 * @param endLine 1-based, inclusive
 * @param isTest whether it stands in a file of tests
 * @param isImplicit whether the text gives it no name: a constructor that the language adds, an anonymous class. What reads a
 *     component of a record has one.
 */
public record CodeSymbol(
        SymbolId id,
        CodeFileId file,
        DefinitionKind kind,
        String name,
        String qualifiedName,
        String signature,
        int startLine,
        int endLine,
        boolean isTest,
        boolean isImplicit) {

    /** What a file defines. */
    static List<CodeSymbol> of(String repository, FileFacts facts, CodeFileId file) {
        List<SymbolId> ids = SymbolId.of(repository, facts);
        List<CodeSymbol> symbols = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            Definition definition = facts.definitions().get(i);
            symbols.add(new CodeSymbol(
                    ids.get(i),
                    file,
                    definition.kind(),
                    definition.name(),
                    definition.qualifiedName(),
                    definition.signature(),
                    definition.startLine(),
                    definition.endLine(),
                    facts.isTest(),
                    isImplicit(definition)));
        }
        return symbols;
    }

    private static boolean isImplicit(Definition definition) {
        boolean isComponent = definition.kind() == DefinitionKind.METHOD && !definition.has(Trait.STATIC);
        return definition.has(Trait.ANONYMOUS) || (definition.has(Trait.IMPLICIT) && !isComponent);
    }

    /** Its lines, of the whole text of its file; fewer when the text is shorter than it was. */
    public List<String> linesIn(String text) {
        List<String> all = text.lines().toList();
        int from = Math.min(startLine - 1, all.size());
        return all.subList(from, Math.clamp(endLine, from, all.size()));
    }
}
