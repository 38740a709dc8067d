package io.mnemolite.core.graph;

import io.mnemolite.core.event.IdempotencyKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store of record for the memory graph.
 *
 * <ul>
 *   <li>A method that changes something returns after the change is durable, and has written one row per changed node or
 *       edge to the change log in the same transaction.
 *   <li>"Newest first" is creation descending, then id ascending.
 *   <li>Each answer shows one state of the graph, never half of a change.
 *   <li>Blocking; deadlines and failures as in {@link io.mnemolite.core.event.EventStore}.
 * </ul>
 */
public interface GraphStore {

    /** The most nodes that {@link #expand} reaches. */
    int MAX_REACHED = 10_000;

    /** Stores a node, with a key once; refused when its id is taken. */
    Creation<GraphNode> insertNode(GraphNode node, @Nullable IdempotencyKey key);

    /** Stores an edge, with a key once; refused when its id is taken or one of its ends does not exist. */
    Creation<GraphEdge> insertEdge(GraphEdge edge, @Nullable IdempotencyKey key);

    /** Stores those nodes whose ids are free, in one transaction; how many. */
    int importNodes(List<GraphNode> nodes);

    /** Stores those edges whose ids are free and whose ends exist, in one transaction; how many. */
    int importEdges(List<GraphEdge> edges);

    Optional<GraphNode> findNode(NodeId id);

    Optional<GraphEdge> findEdge(EdgeId id);

    /** Deletes a node and every edge at it; whether it existed. */
    boolean deleteNode(NodeId id);

    /** Whether the edge existed and is now gone. */
    boolean deleteEdge(EdgeId id);

    /** Nodes newest first from just after the cursor, at most {@code limit}; of one type, or of any. */
    List<GraphNode> listNodes(@Nullable String type, @Nullable GraphCursor after, int limit);

    /** Edges newest first from just after the cursor, at most {@code limit}; at one node, or at any. */
    List<GraphEdge> listEdges(@Nullable NodeId end, @Nullable GraphCursor after, int limit);

    /** The newest nodes, newest first, at most {@code limit}, of one type or of any, and the edges between them. */
    Subgraph newest(@Nullable String type, int limit);

    /**
     * The node and what can be reached from it over at most {@code depth} edges in either direction, nearest first, then
     * newest first, and the edges between them. At most {@link #MAX_REACHED} nodes; empty when there is no such node.
     */
    Subgraph expand(NodeId start, int depth);
}
