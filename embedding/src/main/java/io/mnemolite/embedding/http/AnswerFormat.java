package io.mnemolite.embedding.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON of OpenAI's {@code /v1/embeddings}. */
final class AnswerFormat {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The longest a float is written, sign, exponent and comma included, with room for indentation. */
    private static final int BYTES_PER_NUMBER = 48;

    private static final int BYTES_BESIDE_VECTORS = 1 << 20;

    private AnswerFormat() {}

    /** Says what is wrong with an answer, as the rest of a sentence. */
    static final class MalformedAnswerException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedAnswerException(String message) {
            super(message);
        }
    }

    static byte[] request(String model, List<String> texts) {
        ObjectNode request = JSON.createObjectNode();
        request.put("model", model).put("encoding_format", "float");
        ArrayNode input = request.putArray("input");
        texts.forEach(input::add);
        try {
            return JSON.writeValueAsBytes(request);
        } catch (IOException e) {
            throw new UncheckedIOException("A tree of JSON could not be written.", e);
        }
    }

    /** No well-formed answer for so many texts is longer. */
    static long maximumBytes(int texts) {
        return BYTES_BESIDE_VECTORS + (long) texts * EmbeddingSpace.MAX_DIMENSION * BYTES_PER_NUMBER;
    }

    static List<EmbeddingVector> vectors(byte[] answer, int count) throws MalformedAnswerException {
        JsonNode data = tree(answer).path("data");
        if (!data.isArray() || data.size() != count) {
            throw new MalformedAnswerException(
                    (data.isArray() ? data.size() + " vectors" : "no list of vectors") + " for " + count + " texts");
        }
        @Nullable EmbeddingVector[] vectors = new @Nullable EmbeddingVector[count];
        for (int i = 0; i < count; i++) {
            int index = data.get(i).path("index").asInt(i);
            if (index < 0 || index >= count || vectors[index] != null) {
                throw new MalformedAnswerException("vectors whose numbering is not that of the texts");
            }
            vectors[index] = vector(data.get(i).path("embedding"));
        }
        List<EmbeddingVector> inOrder =
                Arrays.stream(vectors).map(Objects::requireNonNull).toList();
        if (inOrder.stream().mapToInt(EmbeddingVector::dimension).distinct().count() != 1) {
            throw new MalformedAnswerException("vectors of several dimensions");
        }
        return inOrder;
    }

    private static JsonNode tree(byte[] answer) throws MalformedAnswerException {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new MalformedAnswerException("no well-formed JSON");
        }
    }

    private static EmbeddingVector vector(JsonNode embedding) throws MalformedAnswerException {
        if (!embedding.isArray() || embedding.isEmpty() || embedding.size() > EmbeddingSpace.MAX_DIMENSION) {
            throw new MalformedAnswerException(
                    "a vector that is no list of 1.." + EmbeddingSpace.MAX_DIMENSION + " numbers");
        }
        float[] numbers = new float[embedding.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode number = embedding.get(i);
            numbers[i] = number.floatValue();
            if (!number.isNumber() || !Float.isFinite(numbers[i])) {
                throw new MalformedAnswerException("a vector with a component that is no finite number");
            }
        }
        return EmbeddingVector.of(numbers);
    }
}
