package io.mnemolite.postgres.code.graph;

import io.mnemolite.contract.code.CodeSample;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraphStore;
import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.ResolvedFile;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Edge.Kind;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.edge.Rule;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.PostgresStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** One file of repository {@code r} with symbols and edges that a test names; a symbol's id is made of its qualified name. */
final class GraphSample {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private final String path;
    private final List<CodeSymbol> symbols = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    GraphSample(String path) {
        this.path = path;
    }

    GraphSample with(DefinitionKind kind, String qualifiedName) {
        return with(kind, qualifiedName, false);
    }

    GraphSample with(DefinitionKind kind, String qualifiedName, boolean isImplicit) {
        return with(kind, qualifiedName, isImplicit, qualifiedName);
    }

    /** @param id what the id is made of */
    GraphSample with(DefinitionKind kind, String qualifiedName, boolean isImplicit, String id) {
        int line = symbols.size() + 1;
        symbols.add(new CodeSymbol(
                id(id),
                CodeFileId.of("r", path),
                kind,
                qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1),
                qualifiedName,
                "",
                line,
                line,
                path.contains("test"),
                isImplicit));
        return this;
    }

    GraphSample edge(String source, Kind kind, String target, int line) {
        edges.add(new Edge(id(source), id(target), kind, line, 1, Rule.RECEIVER, 1, 1));
        return this;
    }

    /** Writes the file, and all that was found in it. */
    void store(PostgresStore store) {
        write(store);
        resolve(store, true);
    }

    void write(PostgresStore store) {
        store.code().write("r", AT, List.of(CodeSample.of(path, "text").draft()), List.of());
    }

    void resolve(PostgresStore store, boolean isRead) {
        CodeGraphStore graph = store.codeGraph();
        long revision =
                Objects.requireNonNull(graph.snapshot("r").files().get(path)).revision();
        graph.replace(
                "r",
                List.of(new ResolvedFile(
                        CodeFileId.of("r", path),
                        revision,
                        symbols,
                        new Resolution(edges, List.of(), new long[0]),
                        isRead)));
        graph.markComplete("r", graph.snapshot("r").written());
    }

    static SymbolId id(String qualifiedName) {
        return new SymbolId(UUID.nameUUIDFromBytes(qualifiedName.getBytes(StandardCharsets.UTF_8)));
    }
}
