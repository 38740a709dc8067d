package io.mnemolite.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Random JSON over an alphabet so small that objects often contain one another. */
public final class JsonGenerator {

    private static final List<String> KEYS = List.of("a", "b", "c", "");

    private static final List<JsonNode> SCALARS = List.of(
            IntNode.valueOf(0),
            IntNode.valueOf(1),
            DecimalNode.valueOf(new BigDecimal("1.0")),
            DecimalNode.valueOf(new BigDecimal("1.5")),
            TextNode.valueOf("1"),
            TextNode.valueOf("true"),
            TextNode.valueOf(""),
            TextNode.valueOf("é"),
            BooleanNode.TRUE,
            BooleanNode.FALSE,
            NullNode.getInstance());

    private static final int MAX_DEPTH = 3;
    private static final int MAX_SIZE = 3;

    private final Random random;

    public JsonGenerator(Random random) {
        this.random = random;
    }

    /** An object of up to three members, nested up to three levels deep. */
    public ObjectNode object() {
        return object(MAX_DEPTH);
    }

    /** A variation of {@code whole} that it probably contains: members and elements left out, repeated or shuffled. */
    public ObjectNode fragmentOf(ObjectNode whole) {
        ObjectNode fragment = JsonNodeFactory.instance.objectNode();
        whole.properties().forEach(member -> {
            if (random.nextInt(3) > 0) {
                fragment.set(member.getKey(), variation(member.getValue()));
            }
        });
        return fragment;
    }

    private ObjectNode object(int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(MAX_SIZE + 1); i > 0; i--) {
            object.set(oneOf(KEYS), value(depth - 1));
        }
        return object;
    }

    private ArrayNode array(int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(MAX_SIZE + 1); i > 0; i--) {
            array.add(value(depth - 1));
        }
        return array;
    }

    private JsonNode value(int depth) {
        return switch (depth <= 0 ? 0 : random.nextInt(4)) {
            case 1 -> object(depth);
            case 2 -> array(depth);
            default -> oneOf(SCALARS);
        };
    }

    private JsonNode variation(JsonNode value) {
        if (random.nextInt(12) == 0) {
            return value(1);
        }
        if (value instanceof ObjectNode object) {
            return fragmentOf(object);
        }
        if (value instanceof ArrayNode array) {
            return array.isEmpty() ? array : elementsOf(array);
        }
        return value;
    }

    private ArrayNode elementsOf(ArrayNode array) {
        ArrayNode some = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(MAX_SIZE + 1); i > 0; i--) {
            some.add(variation(array.get(random.nextInt(array.size()))));
        }
        return some;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
