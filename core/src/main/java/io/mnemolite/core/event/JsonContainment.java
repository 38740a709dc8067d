package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * PostgreSQL's jsonb containment {@code container @> contained} for values inside objects: objects contain objects key
 * by key, arrays contain arrays as sets, scalars are equal in type and value (numbers by value: 1 equals 1.0).
 */
public final class JsonContainment {

    private JsonContainment() {}

    public static boolean contains(JsonNode container, JsonNode contained) {
        if (contained.isObject()) {
            return container.isObject()
                    && contained.properties().stream().allMatch(entry -> {
                        JsonNode value = container.get(entry.getKey());
                        return value != null && contains(value, entry.getValue());
                    });
        }
        if (contained.isArray()) {
            if (!container.isArray()) {
                return false;
            }
            for (JsonNode element : contained) {
                if (!anyContains(container, element)) {
                    return false;
                }
            }
            return true;
        }
        return sameScalar(container, contained);
    }

    private static boolean anyContains(JsonNode array, JsonNode element) {
        for (JsonNode candidate : array) {
            if (contains(candidate, element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameScalar(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue()) == 0;
        }
        return left.equals(right);
    }
}
