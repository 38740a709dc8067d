package io.mnemolite.core.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.secret.Finding;
import io.mnemolite.core.secret.Screening;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets no secret through that nodes and edges would tell: labels and properties are stored without it, or refused with
 * {@link ErrorCode#INVALID_VALUE}. Types, relations and the keys of properties are names, and stay as they are.
 */
public final class GraphScreening {

    private static final String PROPERTIES = "properties";

    private final @Nullable Screening screening;

    /** @param screening null lets everything through */
    public GraphScreening(@Nullable Screening screening) {
        this.screening = screening;
    }

    NewNode admitted(NewNode node) {
        if (screening == null) {
            return node;
        }
        List<Finding> findings = new ArrayList<>();
        NewNode screened = new NewNode(
                node.id(),
                node.type(),
                label(screening, node.label(), findings),
                screening.redacted(node.properties(), PROPERTIES, findings));
        require(screening, findings);
        return screened;
    }

    NewEdge admitted(NewEdge edge) {
        if (screening == null) {
            return edge;
        }
        List<Finding> findings = new ArrayList<>();
        ObjectNode properties = screening.redacted(edge.properties(), PROPERTIES, findings);
        require(screening, findings);
        return new NewEdge(edge.source(), edge.target(), edge.relation(), properties);
    }

    /** Without those that are refused. */
    List<GraphNode> admittedNodes(List<GraphNode> nodes) {
        if (screening == null) {
            return nodes;
        }
        List<GraphNode> admitted = new ArrayList<>(nodes.size());
        for (GraphNode node : nodes) {
            List<Finding> findings = new ArrayList<>();
            GraphNode screened = new GraphNode(
                    node.id(),
                    node.type(),
                    label(screening, node.label(), findings),
                    screening.redacted(node.properties(), PROPERTIES, findings),
                    node.createdAt());
            if (screening.admits(findings)) {
                admitted.add(screened);
            }
        }
        return admitted;
    }

    /** Without those that are refused. */
    List<GraphEdge> admittedEdges(List<GraphEdge> edges) {
        if (screening == null) {
            return edges;
        }
        List<GraphEdge> admitted = new ArrayList<>(edges.size());
        for (GraphEdge edge : edges) {
            List<Finding> findings = new ArrayList<>();
            ObjectNode properties = screening.redacted(edge.properties(), PROPERTIES, findings);
            if (screening.admits(findings)) {
                admitted.add(new GraphEdge(
                        edge.id(), edge.source(), edge.target(), edge.relation(), properties, edge.createdAt()));
            }
        }
        return admitted;
    }

    private static @Nullable String label(Screening screening, @Nullable String label, List<Finding> findings) {
        return label == null ? null : screening.redacted(label, "label", findings);
    }

    private static void require(Screening screening, List<Finding> findings) {
        if (!screening.admits(findings)) {
            throw new MnemoliteException(ErrorCode.INVALID_VALUE, Screening.refusal(findings));
        }
    }
}
