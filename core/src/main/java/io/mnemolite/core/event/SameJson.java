package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** PostgreSQL's jsonb equality: the order of keys does not count, and numbers are equal by value (1 equals 1.0). */
final class SameJson {

    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    };

    private SameJson() {}

    static boolean same(JsonNode left, JsonNode right) {
        return left.equals(BY_VALUE, right);
    }
}
