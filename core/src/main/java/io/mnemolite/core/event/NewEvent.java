package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks to be remembered.
 *
 * @param embedding the caller's own vector, or null to have the text embedded
 * @param timestamp null means now
 */
public record NewEvent(
        ObjectNode content,
        ObjectNode metadata,
        @Nullable EmbeddingVector embedding,
        @Nullable Instant timestamp) {}
