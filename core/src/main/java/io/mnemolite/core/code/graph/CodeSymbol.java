package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.store.CodeFileId;

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
        boolean isTest) {}
