package io.mnemolite.core.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A node as a caller wants it; a null id, such as that of an event, is chosen here.
 *
 * @param type null is {@link GraphNode#UNKNOWN_TYPE}
 */
public record NewNode(
        @Nullable NodeId id,
        @Nullable String type,
        @Nullable String label,
        ObjectNode properties) {}
