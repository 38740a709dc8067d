package io.mnemolite.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.request.Fields;
import io.mnemolite.server.request.Json;
import io.mnemolite.server.request.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A vector as the text of a query parameter; a bad one is the contract's 422 with a string as detail. */
final class VectorQueries {

    private VectorQueries() {}

    static EmbeddingVector parse(String text, int dimension) {
        Optional<JsonNode> node = Json.parseParameter(text);
        if (node.isEmpty()) {
            throw invalid("vector_query starts with '[' but is no JSON array: '" + EventRequests.shortened(text)
                    + "'; send an array of " + dimension + " numbers, or a text.");
        }
        List<Violation> violations = new ArrayList<>();
        EmbeddingVector vector = Fields.vector(node.get(), List.of("query", "vector_query"), dimension, violations);
        if (vector == null) {
            throw invalid("vector_query is not usable: " + violations.getFirst().msg());
        }
        return vector;
    }

    private static MnemoliteException invalid(String sentence) {
        return new MnemoliteException(ErrorCode.INVALID_VALUE, sentence);
    }
}
