package io.mnemolite.core.code.search;

import io.mnemolite.core.embedding.EmbeddingVector;
import org.jspecify.annotations.Nullable;

/**
 * A search for code.
 *
 * @param text the words; null for a query that is a vector alone
 * @param vector the caller's own query vector; null has the text embedded when the vector channel is asked
 * @param isLexical whether the lexical channel is asked
 * @param isVector whether the vector channel is asked
 * @param pool how many candidates each channel offers to a fusion
 * @param limit how many hits are wanted
 */
public record CodeQuery(
        @Nullable String text,
        @Nullable EmbeddingVector vector,
        CodeFilter filter,
        boolean isLexical,
        boolean isVector,
        ChannelWeights weights,
        int pool,
        int limit) {

    public CodeQuery {
        if (!isLexical && !isVector) {
            throw new IllegalArgumentException("A query asks at least one channel.");
        }
        if (text == null && (isLexical || vector == null)) {
            throw new IllegalArgumentException("A query without a text is a vector, for the vector channel.");
        }
        if (pool < 1 || limit < 1) {
            throw new IllegalArgumentException("pool " + pool + ", limit " + limit);
        }
    }

    /** By words alone. */
    public static CodeQuery lexical(String text, CodeFilter filter, int limit) {
        return new CodeQuery(text, null, filter, true, false, ChannelWeights.DEFAULT, limit, limit);
    }

    /** By meaning alone. */
    public static CodeQuery nearestTo(EmbeddingVector vector, CodeFilter filter, int limit) {
        return new CodeQuery(null, vector, filter, false, true, ChannelWeights.DEFAULT, limit, limit);
    }

    /** By both, with the weights and the pool that v1 clients know. */
    public static CodeQuery hybrid(String text, CodeFilter filter, int limit) {
        return new CodeQuery(text, null, filter, true, true, ChannelWeights.DEFAULT, 100, limit);
    }
}
