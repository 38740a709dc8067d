package io.mnemolite.server.web.code.source;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.store.ChunkInFile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The symbols of the files that one answer shows; each file is asked for once. */
public final class FileSymbols {

    private final CodeGraph graph;
    private final Map<String, List<PlacedSymbol>> byFile = new HashMap<>();

    public FileSymbols(CodeGraph graph) {
        this.graph = graph;
    }

    /** The symbol that a chunk defines. */
    public Optional<PlacedSymbol> of(ChunkInFile found) {
        Chunk chunk = found.chunk().chunk();
        return in(found.file().repository(), found.file().path(), chunk.name(), chunk.startLine(), chunk.endLine());
    }

    /** The symbol of a simple name that begins within the lines. */
    public Optional<PlacedSymbol> in(String repository, String path, String name, int startLine, int endLine) {
        return in(repository, path).stream()
                .filter(symbol -> symbol.symbol().name().equals(name)
                        && symbol.symbol().startLine() >= startLine
                        && symbol.symbol().startLine() <= endLine)
                .findFirst();
    }

    /** The innermost symbol around a line. */
    public Optional<PlacedSymbol> around(String repository, String path, int line) {
        return in(repository, path).stream()
                .filter(symbol -> symbol.symbol().startLine() <= line
                        && line <= symbol.symbol().endLine())
                .min(Comparator.comparingInt(
                        symbol -> symbol.symbol().endLine() - symbol.symbol().startLine()));
    }

    private List<PlacedSymbol> in(String repository, String path) {
        return byFile.computeIfAbsent(
                repository + '\0' + path,
                absent -> graph.outline(repository, path).stream()
                        .filter(symbol -> symbol.symbol().kind() != DefinitionKind.MODULE)
                        .toList());
    }
}
