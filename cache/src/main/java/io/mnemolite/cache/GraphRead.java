package io.mnemolite.cache;

import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.core.graph.GraphCensus;
import io.mnemolite.core.graph.GraphCursor;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.GraphStore;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.core.graph.Subgraph;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question about the memory graph, which is the key of its answer.
 *
 * @param <T> the answer
 */
sealed interface GraphRead<T> {

    /** The answer of the store; empty is not kept. */
    Optional<T> from(GraphStore store);

    /** See {@link GraphStore#findNode}. */
    record Node(NodeId id) implements GraphRead<GraphNode> {
        @Override
        public Optional<GraphNode> from(GraphStore store) {
            return store.findNode(id);
        }
    }

    /** See {@link GraphStore#findEdge}. */
    record Edge(EdgeId id) implements GraphRead<GraphEdge> {
        @Override
        public Optional<GraphEdge> from(GraphStore store) {
            return store.findEdge(id);
        }
    }

    /** See {@link GraphStore#listNodes}. */
    record Nodes(@Nullable String type, @Nullable GraphCursor after, int limit) implements GraphRead<List<GraphNode>> {
        @Override
        public Optional<List<GraphNode>> from(GraphStore store) {
            return Optional.of(store.listNodes(type, after, limit));
        }
    }

    /** See {@link GraphStore#listEdges}. */
    record Edges(@Nullable NodeId end, @Nullable GraphCursor after, int limit) implements GraphRead<List<GraphEdge>> {
        @Override
        public Optional<List<GraphEdge>> from(GraphStore store) {
            return Optional.of(store.listEdges(end, after, limit));
        }
    }

    /** See {@link GraphStore#searchNodes}. */
    record Search(String text, int limit) implements GraphRead<List<GraphNode>> {
        @Override
        public Optional<List<GraphNode>> from(GraphStore store) {
            return Optional.of(store.searchNodes(text, limit));
        }
    }

    /** See {@link GraphStore#census}. */
    record Census(int names) implements GraphRead<GraphCensus> {
        @Override
        public Optional<GraphCensus> from(GraphStore store) {
            return Optional.of(store.census(names));
        }
    }

    /** See {@link GraphStore#newest}. */
    record Newest(Set<String> types, int limit) implements GraphRead<Subgraph> {
        @Override
        public Optional<Subgraph> from(GraphStore store) {
            return Optional.of(store.newest(types, limit));
        }
    }

    /** See {@link GraphStore#expand}. */
    record Expansion(NodeId start, int depth) implements GraphRead<Subgraph> {
        @Override
        public Optional<Subgraph> from(GraphStore store) {
            return Optional.of(store.expand(start, depth));
        }
    }
}
