package io.mnemolite.cache;

import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.graph.Creation;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers about the memory graph. Any change makes them all unacceptable: it is bumped after the write and before its
 * answer, whatever the outcome, since a failure may hide a commit.
 */
final class CoherentGraphStore implements GraphStore {

    private final GraphStore delegate;
    private final CoherentCache<Object, Object> cache;
    private final Epochs epochs;
    private final boolean isOff;

    CoherentGraphStore(GraphStore delegate, CoherentCache<Object, Object> cache, Epochs epochs, boolean isOff) {
        this.delegate = delegate;
        this.cache = cache;
        this.epochs = epochs;
        this.isOff = isOff;
    }

    /** The value under a question's key is always the answer of that question. */
    @SuppressWarnings("unchecked")
    private <T> Optional<T> read(GraphRead<T> question) {
        return isOff
                ? question.from(delegate)
                : (Optional<T>)
                        cache.get(question, () -> question.from(delegate).map(answer -> (Object) answer));
    }

    private <T> T changing(Supplier<T> write) {
        try {
            return write.get();
        } finally {
            epochs.memoryGraphChanged();
        }
    }

    @Override
    public Creation<GraphNode> insertNode(GraphNode node, @Nullable IdempotencyKey key) {
        return changing(() -> delegate.insertNode(node, key));
    }

    @Override
    public Creation<GraphEdge> insertEdge(GraphEdge edge, @Nullable IdempotencyKey key) {
        return changing(() -> delegate.insertEdge(edge, key));
    }

    @Override
    public int importNodes(List<GraphNode> nodes) {
        return changing(() -> delegate.importNodes(nodes));
    }

    @Override
    public int importEdges(List<GraphEdge> edges) {
        return changing(() -> delegate.importEdges(edges));
    }

    @Override
    public boolean deleteNode(NodeId id) {
        return changing(() -> delegate.deleteNode(id));
    }

    @Override
    public boolean deleteEdge(EdgeId id) {
        return changing(() -> delegate.deleteEdge(id));
    }

    @Override
    public Optional<GraphNode> findNode(NodeId id) {
        return read(new GraphRead.Node(id));
    }

    @Override
    public Optional<GraphEdge> findEdge(EdgeId id) {
        return read(new GraphRead.Edge(id));
    }

    @Override
    public List<GraphNode> listNodes(@Nullable String type, @Nullable GraphCursor after, int limit) {
        return read(new GraphRead.Nodes(type, after, limit)).orElseThrow();
    }

    @Override
    public List<GraphEdge> listEdges(@Nullable NodeId end, @Nullable GraphCursor after, int limit) {
        return read(new GraphRead.Edges(end, after, limit)).orElseThrow();
    }

    /** Not kept: what is asked for together hardly ever comes again. */
    @Override
    public List<GraphNode> findNodes(Set<NodeId> ids) {
        return delegate.findNodes(ids);
    }

    /** Not kept, as {@link #findNodes}. */
    @Override
    public List<GraphEdge> edgesBetween(Set<NodeId> nodes, int limit) {
        return delegate.edgesBetween(nodes, limit);
    }

    @Override
    public List<GraphNode> searchNodes(String text, int limit) {
        return read(new GraphRead.Search(text, limit)).orElseThrow();
    }

    @Override
    public GraphCensus census(int names) {
        return read(new GraphRead.Census(names)).orElseThrow();
    }

    @Override
    public Subgraph newest(Set<String> types, int limit) {
        return read(new GraphRead.Newest(Set.copyOf(types), limit)).orElseThrow();
    }

    @Override
    public Subgraph expand(NodeId start, int depth) {
        return read(new GraphRead.Expansion(start, depth)).orElseThrow();
    }
}
