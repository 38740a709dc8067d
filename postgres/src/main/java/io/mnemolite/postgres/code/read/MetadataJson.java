package io.mnemolite.postgres.code.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.Complexity;
import io.mnemolite.core.code.StorableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chunk's metadata to and from a jsonb value; what is empty is left out. */
public final class MetadataJson {

    private MetadataJson() {}

    public static ObjectNode write(ChunkMetadata metadata) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "signature", metadata.signature());
        put(json, "parameters", metadata.parameters());
        put(json, "returns", metadata.returns());
        put(json, "decorators", metadata.decorators());
        put(json, "docstring", metadata.docstring());
        json.put("cyclomatic", metadata.complexity().cyclomatic());
        json.put("lines_of_code", metadata.complexity().linesOfCode());
        put(json, "calls", metadata.calls());
        return json;
    }

    static ChunkMetadata read(JsonNode json) {
        return new ChunkMetadata(
                text(json, "signature"),
                list(json, "parameters"),
                text(json, "returns"),
                list(json, "decorators"),
                text(json, "docstring"),
                new Complexity(
                        json.path("cyclomatic").asInt(),
                        json.path("lines_of_code").asInt()),
                list(json, "calls"));
    }

    /** Texts are cut out of a file, where a cut may have gone through a character. */
    private static void put(ObjectNode json, String name, @Nullable String text) {
        if (text != null) {
            json.put(name, StorableText.repaired(text));
        }
    }

    private static void put(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = json.putArray(name);
            texts.forEach(text -> array.add(StorableText.repaired(text)));
        }
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null ? null : value.textValue();
    }

    private static List<String> list(JsonNode json, String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
