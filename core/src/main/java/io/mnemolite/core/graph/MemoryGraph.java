package io.mnemolite.core.graph;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.event.WriteRoom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a caller can do with the memory graph. When a write returns, it is durable, and the very next read on this node sees
 * it. Failures are {@link MnemoliteException}.
 */
public final class MemoryGraph {

    private final GraphStore store;
    private final Clock clock;
    private final WriteRoom room;
    private final GraphScreening screening;

    /** @param room asked before anything is stored that takes space */
    public MemoryGraph(GraphStore store, Clock clock, WriteRoom room, GraphScreening screening) {
        this.store = store;
        this.clock = clock;
        this.room = room;
        this.screening = screening;
    }

    /**
     * Stores a node; with a key, once.
     *
     * @throws MnemoliteException with {@link ErrorCode#CONFLICT} when the id asked for is taken, with
     *     {@link ErrorCode#INVALID_VALUE} when it holds a secret and such are refused
     */
    public GraphNode createNode(NewNode asked, @Nullable IdempotencyKey key) {
        room.require();
        NewNode wanted = screening.admitted(asked);
        NodeId id = wanted.id() == null ? NodeId.next() : wanted.id();
        GraphNode node = new GraphNode(
                id,
                Objects.requireNonNullElse(wanted.type(), GraphNode.UNKNOWN_TYPE),
                wanted.label(),
                wanted.properties(),
                clock.instant());
        return switch (store.insertNode(node, key)) {
            case Creation.Created<GraphNode>(GraphNode stored) -> stored;
            case Creation.Repeated<GraphNode>(UUID earlier) ->
                repeated(earlier, key, "node", given -> store.findNode(new NodeId(given)));
            case Creation.KeyReused<GraphNode>() -> throw keyReused(key);
            case Creation.Refused<GraphNode>() ->
                throw new MnemoliteException(
                        ErrorCode.CONFLICT,
                        "There is a node " + id + " already; read it, or create this one under another id.");
        };
    }

    /**
     * Stores an edge; with a key, once.
     *
     * @throws MnemoliteException with {@link ErrorCode#INVALID_VALUE} when an end does not exist, or as for a node
     */
    public GraphEdge createEdge(NewEdge asked, @Nullable IdempotencyKey key) {
        room.require();
        NewEdge wanted = screening.admitted(asked);
        GraphEdge edge = new GraphEdge(
                EdgeId.next(),
                wanted.source(),
                wanted.target(),
                Objects.requireNonNullElse(wanted.relation(), GraphEdge.ANY_RELATION),
                wanted.properties(),
                clock.instant());
        return switch (store.insertEdge(edge, key)) {
            case Creation.Created<GraphEdge>(GraphEdge stored) -> stored;
            case Creation.Repeated<GraphEdge>(UUID earlier) ->
                repeated(earlier, key, "edge", given -> store.findEdge(new EdgeId(given)));
            case Creation.KeyReused<GraphEdge>() -> throw keyReused(key);
            case Creation.Refused<GraphEdge>() -> throw noSuchEnds(edge);
        };
    }

    private MnemoliteException noSuchEnds(GraphEdge edge) {
        List<NodeId> missing = Stream.of(edge.source(), edge.target())
                .distinct()
                .filter(end -> store.findNode(end).isEmpty())
                .toList();
        String which = missing.isEmpty()
                ? "An end of the edge was deleted meanwhile"
                : missing.size() == 1
                        ? "There is no node " + missing.getFirst()
                        : "There are no nodes " + missing.getFirst() + " and " + missing.getLast();
        return new MnemoliteException(
                ErrorCode.INVALID_VALUE, which + "; create it with POST /v1/graph/nodes before the edge.");
    }

    private static <T> T repeated(
            UUID id, @Nullable IdempotencyKey key, String what, Function<UUID, Optional<T>> find) {
        return find.apply(id)
                .orElseThrow(() -> new MnemoliteException(
                        ErrorCode.CONFLICT,
                        "The request with the Idempotency-Key '" + (key == null ? "" : key.key()) + "' created " + what
                                + " " + id + ", which has been deleted since; choose a new key to create it again."));
    }

    private static MnemoliteException keyReused(@Nullable IdempotencyKey key) {
        return new MnemoliteException(
                ErrorCode.INVALID_VALUE,
                "The Idempotency-Key '" + (key == null ? "" : key.key())
                        + "' was used with another body; send the first body again or choose a new key.");
    }

    public Optional<GraphNode> findNode(NodeId id) {
        return store.findNode(id);
    }

    public Optional<GraphEdge> findEdge(EdgeId id) {
        return store.findEdge(id);
    }

    /** Deletes a node and every edge at it; whether it existed. */
    public boolean deleteNode(NodeId id) {
        return store.deleteNode(id);
    }

    /** Whether the edge existed and is now gone. */
    public boolean deleteEdge(EdgeId id) {
        return store.deleteEdge(id);
    }

    /** Nodes newest first, of one type or of any. */
    public GraphPage<GraphNode> listNodes(@Nullable String type, @Nullable GraphCursor after, int limit) {
        List<GraphNode> nodes = store.listNodes(type, after, limit + 1);
        return page(
                nodes,
                limit,
                node -> new GraphCursor(node.createdAt(), node.id().value()));
    }

    /** Edges newest first, at one node or at any. */
    public GraphPage<GraphEdge> listEdges(@Nullable NodeId end, @Nullable GraphCursor after, int limit) {
        List<GraphEdge> edges = store.listEdges(end, after, limit + 1);
        return page(
                edges,
                limit,
                edge -> new GraphCursor(edge.createdAt(), edge.id().value()));
    }

    private static <T> GraphPage<T> page(List<T> items, int limit, Function<T, GraphCursor> cursor) {
        return items.size() <= limit
                ? new GraphPage<>(items, null)
                : new GraphPage<>(items.subList(0, limit), cursor.apply(items.get(limit - 1)));
    }

    /** See {@link GraphStore#findNodes}. */
    public List<GraphNode> findNodes(Set<NodeId> ids) {
        return store.findNodes(ids);
    }

    /** See {@link GraphStore#edgesBetween}. */
    public List<GraphEdge> edgesBetween(Set<NodeId> nodes, int limit) {
        return store.edgesBetween(nodes, limit);
    }

    /** See {@link GraphStore#searchNodes}. */
    public List<GraphNode> searchNodes(String text, int limit) {
        return store.searchNodes(text, limit);
    }

    /** See {@link GraphStore#census}. */
    public GraphCensus census(int names) {
        return store.census(names);
    }

    /** See {@link GraphStore#newest}. */
    public Subgraph newest(Set<String> types, int limit) {
        return store.newest(types, limit);
    }

    /** See {@link GraphStore#expand}. */
    public Subgraph expand(NodeId start, int depth) {
        return store.expand(start, depth);
    }

    /** Stores nodes of another store. */
    public GraphImport importNodes(List<GraphNode> nodes) {
        room.require();
        List<GraphNode> admitted = screening.admittedNodes(nodes);
        return new GraphImport(store.importNodes(admitted), nodes.size() - admitted.size());
    }

    /** Stores edges of another store, where both ends exist. */
    public GraphImport importEdges(List<GraphEdge> edges) {
        room.require();
        List<GraphEdge> admitted = screening.admittedEdges(edges);
        return new GraphImport(store.importEdges(admitted), edges.size() - admitted.size());
    }
}
