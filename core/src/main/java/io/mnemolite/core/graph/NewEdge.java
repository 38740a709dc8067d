package io.mnemolite.core.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An edge as a caller wants it.
 *
 * @param relation null is {@link GraphEdge#ANY_RELATION}
 */
public record NewEdge(
        NodeId source, NodeId target, @Nullable String relation, ObjectNode properties) {}
