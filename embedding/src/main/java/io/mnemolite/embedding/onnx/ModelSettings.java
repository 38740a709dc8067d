package io.mnemolite.embedding.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * What a model's own configuration files say about its use. All of them are optional: without them the token vectors are
 * averaged, as sentence-transformers does, and texts are cut at {@link ModelFiles#MAXIMUM_TOKENS} tokens.
 */
record ModelSettings(Pooling pooling, int maximumTokens) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ModelSettings read(Path directory) {
        return new ModelSettings(pooling(directory), maximumTokens(directory));
    }

    private static Pooling pooling(Path directory) {
        Path file = directory.resolve("1_Pooling").resolve("config.json");
        JsonNode settings = json(file);
        boolean first = settings.path("pooling_mode_cls_token").asBoolean(false);
        boolean mean = settings.path("pooling_mode_mean_tokens").asBoolean(settings.isMissingNode());
        if (first == mean) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The file " + file + " asks for a way of pooling other than one of pooling_mode_cls_token and"
                            + " pooling_mode_mean_tokens; use a model with one of these.");
        }
        return first ? Pooling.FIRST_TOKEN : Pooling.MEAN;
    }

    private static int maximumTokens(Path directory) {
        JsonNode model = json(directory.resolve("config.json"));
        int positions = model.path("max_position_embeddings").asInt(0);
        // Models of RoBERTa's family count positions from the padding token's number plus one.
        boolean offset = model.path("model_type").asText("").contains("roberta");
        int usable = offset ? positions - model.path("pad_token_id").asInt(1) - 1 : positions;
        int chosen = json(directory.resolve("sentence_bert_config.json"))
                .path("max_seq_length")
                .asInt(0);
        return IntStream.of(ModelFiles.MAXIMUM_TOKENS, usable, chosen)
                .filter(tokens -> tokens > 0)
                .min()
                .orElseThrow();
    }

    private static JsonNode json(Path file) {
        if (!Files.isRegularFile(file)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The file " + file + " could not be read as JSON; restore it, or remove it to use the defaults.",
                    e);
        }
    }
}
