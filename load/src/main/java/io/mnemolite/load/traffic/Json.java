package io.mnemolite.load.traffic;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Bodies of requests. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** The text of an object that {@code filler} fills. */
    static String object(Consumer<ObjectNode> filler) {
        ObjectNode object = MAPPER.createObjectNode();
        filler.accept(object);
        return object.toString();
    }
}
