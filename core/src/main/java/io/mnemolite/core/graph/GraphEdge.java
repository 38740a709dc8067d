package io.mnemolite.core.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A directed edge of the memory graph. Several may join the same nodes, also with the same relation.
 *
 * @param relation such as {@code caused_by}; {@link #ANY_RELATION} when nobody said
 */
public record GraphEdge(
        EdgeId id, NodeId source, NodeId target, String relation, ObjectNode properties, Instant createdAt) {

    public static final String ANY_RELATION = "related_to";

    public GraphEdge {
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    }
}
