package io.mnemolite.core.embedding;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.List;

/**
 * Turns texts into vectors of one space.
 *
 * <ul>
 *   <li>Building it does no I/O; a first call may load a model.
 *   <li>The same text gives the same vector, alone or among others, on every run.
 *   <li>Vectors have length 1 (L2), unless the model is a remote one that says otherwise.
 *   <li>A text longer than the model's limit is cut at that limit, never refused; a blank text is embedded as it is.
 *   <li>Safe for concurrent calls, which run in parallel as far as cores allow.
 * </ul>
 */
public interface Embedder extends AutoCloseable {

    EmbeddingSpace space();

    /**
     * The vectors of {@code texts}, in their order, one each; an empty list gives an empty list.
     *
     * @throws MnemoliteException with {@link ErrorCode#UNAVAILABLE} when the model cannot answer now, with
     *     {@link ErrorCode#INVALID_VALUE} when it refuses a text for good
     */
    List<EmbeddingVector> embed(List<String> texts);

    default EmbeddingVector embed(String text) {
        return embed(List.of(text)).getFirst();
    }

    @Override
    void close();
}
