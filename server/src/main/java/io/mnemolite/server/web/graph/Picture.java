package io.mnemolite.server.web.graph;

import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import java.util.List;

/**
 * Nodes and edges as the browser draws them.
 *
 * @param stored how many nodes there are of what was asked for, at least as many as are given
 */
record Picture(List<Node> nodes, List<Line> edges, long stored) {

    /** @param mark see {@link TypeMarks} */
    record Node(String id, String label, String type, int mark) {

        private static final int LONGEST_LABEL = 120;
        private static final int LONGEST_TYPE = 60;

        static Node of(GraphNode node, TypeMarks marks) {
            return new Node(
                    node.id().toString(),
                    NodeName.of(node, LONGEST_LABEL).plain(),
                    NodeName.word(node.type(), LONGEST_TYPE).plain(),
                    marks.of(node.type()));
        }
    }

    record Line(String id, String source, String target, String relation) {

        private static final int LONGEST_RELATION = 60;

        static Line of(GraphEdge edge) {
            return new Line(
                    edge.id().toString(),
                    edge.source().toString(),
                    edge.target().toString(),
                    NodeName.word(edge.relation(), LONGEST_RELATION).plain());
        }
    }

    static Picture of(List<GraphNode> nodes, List<GraphEdge> edges, long stored, TypeMarks marks) {
        return new Picture(
                nodes.stream().map(node -> Node.of(node, marks)).toList(),
                edges.stream().map(Line::of).toList(),
                Math.max(stored, nodes.size()));
    }
}
