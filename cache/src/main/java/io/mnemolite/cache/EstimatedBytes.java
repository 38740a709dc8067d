package io.mnemolite.cache;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.ReachedNode;
import io.mnemolite.core.graph.Subgraph;
import io.mnemolite.core.search.EventHit;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearchPage;
import java.util.Collection;
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

    /** Of an answer about the memory graph: a node, an edge, a list of either, or a subgraph. */
    static long ofGraph(Object value) {
        return switch (value) {
            case Subgraph subgraph -> 2 * OBJECT + ofGraph(subgraph.nodes()) + ofGraph(subgraph.edges());
            case ReachedNode reached -> OBJECT + ofGraph(reached.node());
            case GraphNode node -> 4 * OBJECT + of(node.type()) + of(node.label()) + of(node.properties());
            case GraphEdge edge -> 8 * OBJECT + of(edge.relation()) + of(edge.properties());
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
