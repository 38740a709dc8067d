package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.store.CodeFileId;
import java.util.List;

/**
 * A definition, as a node of the graph.
 *
 * @param signature parameter types as written, which tell overloads apart
 * @param startLine 1-based
 * @param endLine 1-based, inclusive
 * @param isTest whether it stands in a file of tests
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
        boolean isTest) {

    /** Its lines, of the whole text of its file; fewer when the text is shorter than it was. */
    public List<String> linesIn(String text) {
        List<String> all = text.lines().toList();
        int from = Math.min(startLine - 1, all.size());
        return all.subList(from, Math.clamp(endLine, from, all.size()));
    }
}
