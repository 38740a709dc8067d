package io.mnemolite.core.graph;

import java.util.List;

/**
 * Some nodes and all edges between them.
 *
 * @param nodes each once
 * @param edges those whose both ends are among the nodes, each once
 */
public record Subgraph(List<ReachedNode> nodes, List<GraphEdge> edges) {

    public Subgraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
