package io.mnemolite.cache;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.graph.Completeness;
import io.mnemolite.core.code.graph.FoundSymbols;
import io.mnemolite.core.code.graph.GraphFigures;
import io.mnemolite.core.code.graph.Impact;
import io.mnemolite.core.code.graph.Neighbour;
import io.mnemolite.core.code.graph.Neighbours;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.RepositoryMap;
import io.mnemolite.core.code.graph.Route;
import io.mnemolite.core.code.graph.Traversal;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.search.CodeAnswer;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeHit;
import io.mnemolite.core.code.search.CodeQuery;
import io.mnemolite.core.code.store.CodeFile;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.graph.GraphCensus;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.ReachedNode;
import io.mnemolite.core.graph.Subgraph;
import io.mnemolite.core.search.EventHit;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearchPage;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many bytes of heap values occupy, estimated from their contents and meant to be rather too high than too low. */
final class EstimatedBytes {

    /** An entry of the cache, its key and the bookkeeping of both. */
    static final long ENTRY = 256;

    private static final long OBJECT = 32;
    private static final long MAP_ENTRY = 64;

    private EstimatedBytes() {}

    static long of(EventQuery query) {
        return 3 * OBJECT
                + of(query.text())
                + of(query.vector())
                + of(query.filter().metadata());
    }

    /** Stops adding up once the page is too large to be kept. */
    static long of(EventSearchPage page) {
        long bytes = 4 * OBJECT;
        for (EventHit hit : page.hits()) {
            bytes += of(hit.event()) + 2 * OBJECT + (hit.explanation() == null ? 0 : 6 * OBJECT);
            if (bytes > CoherentCache.LARGEST_ENTRY) {
                return bytes;
            }
        }
        if (page.explanation() != null) {
            for (String sentence : page.explanation().emptyBecause()) {
                bytes += of(sentence);
            }
        }
        return bytes;
    }

    static long of(CodeQuery query) {
        CodeFilter filter = query.filter();
        return 4 * OBJECT
                + of(query.text())
                + of(query.vector())
                + of(filter.language())
                + of(filter.chunkType())
                + of(filter.repository())
                + of(filter.filePath());
    }

    /** Stops adding up once the answer is too large to be kept. */
    static long of(CodeAnswer answer) {
        long bytes = 4 * OBJECT;
        for (CodeHit hit : answer.hits()) {
            bytes += 10 * OBJECT
                    + of(hit.found().file())
                    + of(hit.found().chunk().chunk());
            if (bytes > CoherentCache.LARGEST_ENTRY) {
                return bytes;
            }
        }
        return bytes;
    }

    private static long of(CodeFile file) {
        return 8 * OBJECT
                + of(file.repository())
                + of(file.path())
                + of(file.commitHash())
                + of(file.parserVersion())
                + of(file.imports());
    }

    private static long of(Chunk chunk) {
        ChunkMetadata metadata = chunk.metadata();
        return 10 * OBJECT
                + of(chunk.source())
                + of(chunk.name())
                + of(chunk.qualifiedName())
                + of(metadata.signature())
                + of(metadata.returns())
                + of(metadata.docstring())
                + of(metadata.parameters())
                + of(metadata.decorators())
                + of(metadata.calls());
    }

    private static long of(List<String> texts) {
        long bytes = OBJECT;
        for (String text : texts) {
            bytes += Long.BYTES + of(text);
        }
        return bytes;
    }

    /** Of an answer about the memory graph or the graph of code. */
    static long ofGraph(Object value) {
        return switch (value) {
            case Subgraph subgraph -> 2 * OBJECT + ofGraph(subgraph.nodes()) + ofGraph(subgraph.edges());
            case ReachedNode reached -> OBJECT + ofGraph(reached.node());
            case GraphNode node -> 4 * OBJECT + of(node.type()) + of(node.label()) + of(node.properties());
            case GraphEdge edge -> 8 * OBJECT + of(edge.relation()) + of(edge.properties());
            case GraphCensus census -> 4 * OBJECT + ofGraph(census.types()) + ofGraph(census.relations());
            case GraphCensus.Tally tally -> 2 * OBJECT + of(tally.name());
            case Collection<?> items -> {
                long bytes = OBJECT;
                for (Object item : items) {
                    bytes += Long.BYTES + ofGraph(item);
                    if (bytes > CoherentCache.LARGEST_ENTRY) {
                        break;
                    }
                }
                yield bytes;
            }
            case PlacedSymbol placed ->
                14 * OBJECT
                        + of(placed.symbol().name())
                        + of(placed.symbol().qualifiedName())
                        + of(placed.symbol().signature())
                        + of(placed.repository())
                        + of(placed.path());
            case FoundSymbols found -> OBJECT + ofGraph(found.symbols());
            case Completeness completeness -> 2 * OBJECT;
            case Neighbours found -> 4 * OBJECT + ofGraph(found.of()) + ofGraph(found.neighbours());
            case Neighbour found ->
                8 * OBJECT
                        + ofGraph(found.symbol())
                        + of(found.path())
                        + 24L * found.edge().lines().size();
            case Impact impact -> 4 * OBJECT + ofGraph(impact.of()) + ofGraph(impact.affected());
            case Impact.Affected affected -> OBJECT + ofGraph(affected.symbol());
            case Traversal traversal -> 3 * OBJECT + ofGraph(traversal.nodes());
            case Route route -> 3 * OBJECT + 12 * OBJECT * route.nodes().size() + ofGraph(route.symbols());
            case UnresolvedSite site -> 4 * OBJECT + of(site.callee()) + of(site.name());
            case RepositoryMap map -> OBJECT + of(map.text());
            case GraphFigures figures ->
                2 * OBJECT
                        + 2
                                * MAP_ENTRY
                                * (figures.nodesByType().size()
                                        + figures.edgesByType().size());
            default -> throw new IllegalArgumentException("No answer about a graph: " + value.getClass());
        };
    }

    static long of(JsonNode node) {
        if (node.isTextual()) {
            return OBJECT + of(node.textValue());
        }
        long bytes = OBJECT;
        for (var member : node.properties()) {
            bytes += MAP_ENTRY + of(member.getKey()) + of(member.getValue());
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                bytes += Long.BYTES + of(element);
            }
        }
        return bytes;
    }

    static long of(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return OBJECT + 2L * text.length();
            }
        }
        return OBJECT + text.length();
    }

    private static long of(Event event) {
        return 6 * OBJECT
                + of(event.content())
                + of(event.metadata())
                + (event.vector() == null ? 0 : OBJECT + of(event.vector().vector()));
    }

    private static long of(@Nullable EmbeddingVector vector) {
        return vector == null ? 0 : 2 * OBJECT + (long) Float.BYTES * vector.dimension();
    }
}
