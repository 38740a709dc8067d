package io.mnemolite.embedding.http;

import io.mnemolite.core.embedding.EmbeddingVector;
import java.time.Duration;
import java.util.List;

/** What came of asking an endpoint once. */
sealed interface Reply {

    /** One vector a text, in the order of the texts, all of one dimension. */
    record Vectors(List<EmbeddingVector> vectors) implements Reply {}

    /** A text is refused for good. */
    record Refused(String sentence) implements Reply {}

    /**
     * The endpoint did not answer, or not as it should.
     *
     * @param temporary whether another attempt may succeed
     * @param retryAfter how long the endpoint asks to wait; zero when it says nothing
     */
    record Failed(String sentence, boolean temporary, Duration retryAfter) implements Reply {}
}
