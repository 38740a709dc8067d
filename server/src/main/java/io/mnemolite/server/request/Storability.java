package io.mnemolite.server.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a JSON tree can be stored and read again by every client. */
final class Storability {

    /** Decimal digits on either side of the point; beyond it lies no measured quantity, only an attack. */
    private static final int MAX_DIGITS = 400;

    private Storability() {}

    static Optional<String> firstProblem(JsonNode node) {
        return Optional.ofNullable(problem(node, 0));
    }

    private static @Nullable String problem(JsonNode node, int depth) {
        if (depth > Json.MAX_DEPTH) {
            return "The JSON nests deeper than " + Json.MAX_DEPTH + " levels; flatten it.";
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                String problem = text(entry.getKey());
                if (problem == null) {
                    problem = problem(entry.getValue(), depth + 1);
                }
                if (problem != null) {
                    return problem;
                }
            }
            return null;
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                String problem = problem(element, depth + 1);
                if (problem != null) {
                    return problem;
                }
            }
            return null;
        }
        if (node.isTextual()) {
            return text(node.textValue());
        }
        return node.isNumber() ? number(node) : null;
    }

    static @Nullable String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "The text holds a NUL character (\\u0000) at position " + i
                        + ", which cannot be stored; remove it.";
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return String.format(
                            "The text holds a lone surrogate (\\u%04x) at position %d, which is no character; remove it.",
                            (int) c, i);
                }
                i++;
            }
        }
        return null;
    }

    private static @Nullable String number(JsonNode node) {
        if (node.isInt() || node.isLong()) {
            return null;
        }
        if (node.isBigInteger()) {
            BigInteger value = node.bigIntegerValue();
            return value.bitLength() > MAX_DIGITS * 3.3 ? tooLarge() : null;
        }
        BigDecimal value = node.decimalValue();
        long digitsBeforePoint = (long) value.precision() - value.scale();
        return Double.isInfinite(value.doubleValue()) || digitsBeforePoint > MAX_DIGITS || value.scale() > MAX_DIGITS
                ? tooLarge()
                : null;
    }

    private static String tooLarge() {
        return "A number is too large or too fine to be kept (beyond a double, or more than " + MAX_DIGITS
                + " digits); send it as a string.";
    }
}
