package io.mnemolite.core.event;

/**
 * How events get their vectors.
 *
 * @param automatic whether texts are embedded at all
 * @param failure what happens to a write when embedding fails
 * @param source which text is embedded
 */
public record EmbeddingPolicy(boolean automatic, FailureStrategy failure, SourceText source) {

    /** What happens to a write when embedding fails. */
    public enum FailureStrategy {
        /** The event is stored without a vector, which a background job fills in later. */
        SOFT,
        /** Nothing is stored and the caller is told. */
        HARD
    }
}
