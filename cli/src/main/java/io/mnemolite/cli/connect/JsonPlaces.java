package io.mnemolite.cli.connect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the objects of a JSON text with comments stand, so that it can be changed as text. */
final class JsonPlaces {

    private static final ObjectMapper MAPPER = JsonMapper.builder(factory()).build();

    /**
     * An object's place, as positions in the text.
     *
     * @param begin of its opening brace
     * @param end behind its closing brace
     * @param lastValueEnd behind its last member; -1 when it has none
     */
    record Place(int begin, int end, int lastValueEnd) {}

    private final Map<String, Place> places = new HashMap<>();

    private JsonPlaces() {}

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** The text as a tree; fails when it is not exactly one document, or names a key twice. */
    static JsonNode tree(String text) throws IOException {
        try (JsonParser parser = MAPPER.getFactory().createParser(text)) {
            JsonNode tree = MAPPER.readTree(parser);
            if (tree == null || parser.nextToken() != null) {
                throw new IOException("it is not one document");
            }
            return tree;
        }
    }

    static JsonPlaces of(String text) throws IOException {
        JsonPlaces found = new JsonPlaces();
        try (JsonParser parser = MAPPER.getFactory().createParser(text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                found.object(parser, "");
            }
        }
        return found;
    }

    /** The place of the object at keys from the root, or null when there is no object. */
    @Nullable
    Place at(String... keys) {
        return places.get(keys.length == 0 ? "" : "/" + String.join("/", keys));
    }

    private void object(JsonParser parser, String path) throws IOException {
        int begin = (int) parser.currentTokenLocation().getCharOffset();
        int last = -1;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                object(parser, path + "/" + key);
            } else {
                parser.skipChildren();
            }
            last = end(parser);
        }
        places.put(path, new Place(begin, end(parser), last));
    }

    /** Behind the value that the parser is at; numbers and words are read up to what follows them. */
    private static int end(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isScalarValue() && token != JsonToken.VALUE_STRING) {
            return (int) parser.currentTokenLocation().getCharOffset()
                    + parser.getText().length();
        }
        parser.finishToken();
        return (int) parser.currentLocation().getCharOffset();
    }
}
