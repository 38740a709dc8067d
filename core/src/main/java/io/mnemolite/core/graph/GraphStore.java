package io.mnemolite.core.graph;

import io.mnemolite.core.event.IdempotencyKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Those of the nodes that exist, each once, newest first. */
    List<GraphNode> findNodes(Set<NodeId> ids);

    /** Edges whose both ends are among the nodes, newest first, at most {@code limit}. */
    List<GraphEdge> edgesBetween(Set<NodeId> nodes, int limit);

    /**
     * Nodes in which the text stands, whatever the case of its letters: first those whose id or label it is, then those whose id
     * or label it begins, then those whose label holds it, then those with a property, at any depth, whose value is a text
     * that holds it; among equals newest first. At most {@code limit}; none for an empty text. Reads every node.
     */
    List<GraphNode> searchNodes(String text, int limit);

    /**
     * The size of the graph with at most {@code names} types and as many relations, most frequent first, among equals by code
     * points. Reads every node and edge.
     */
    GraphCensus census(int names);

    /** The newest nodes, newest first, at most {@code limit}, of these types or of any if empty, and the edges between them. */
    Subgraph newest(Set<String> types, int limit);

    /**
     * The node and what can be reached from it over at most {@code depth} edges in either direction, nearest first, then
     * newest first, and the edges between them. At most {@link #MAX_REACHED} nodes; empty when there is no such node.
     */
    Subgraph expand(NodeId start, int depth);
}
