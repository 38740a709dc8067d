package io.mnemolite.core.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A node of the memory graph.
 *
 * @param type what it stands for, such as {@code person}; {@link #UNKNOWN_TYPE} when nobody said
 * @param label how people call it
 */
public record GraphNode(NodeId id, String type, @Nullable String label, ObjectNode properties, Instant createdAt) {

    public static final String UNKNOWN_TYPE = "unknown";

    public GraphNode {
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    }
}
