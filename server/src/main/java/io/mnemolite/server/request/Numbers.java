package io.mnemolite.server.request;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers and booleans of a request within their bounds. */
final class Numbers {

    private Numbers() {}

    static long integer(
            String text,
            @Nullable Object input,
            List<Object> loc,
            long min,
            long max,
            List<Violation> violations,
            long otherwise) {
        BigDecimal value = decimalOrNull(text);
        if (value == null || value.stripTrailingZeros().scale() > 0) {
            violations.add(Violation.of(
                    "int_parsing",
                    loc,
                    "Input should be a valid integer, unable to parse string as an integer",
                    input));
            return otherwise;
        }
        return isWithin(value, BigDecimal.valueOf(min), BigDecimal.valueOf(max), min, max, input, loc, violations)
                ? value.longValueExact()
                : otherwise;
    }

    static double decimal(
            String text,
            @Nullable Object input,
            List<Object> loc,
            double min,
            double max,
            List<Violation> violations,
            double otherwise) {
        BigDecimal value = decimalOrNull(text);
        if (value == null) {
            violations.add(Violation.of(
                    "float_parsing", loc, "Input should be a valid number, unable to parse string as a number", input));
            return otherwise;
        }
        return isWithin(value, BigDecimal.valueOf(min), BigDecimal.valueOf(max), min, max, input, loc, violations)
                ? value.doubleValue()
                : otherwise;
    }

    static boolean bool(
            String text, @Nullable Object input, List<Object> loc, List<Violation> violations, boolean otherwise) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on", "t", "y" -> true;
            case "false", "0", "no", "off", "f", "n" -> false;
            default -> {
                violations.add(Violation.of(
                        "bool_parsing", loc, "Input should be a valid boolean, unable to interpret input", input));
                yield otherwise;
            }
        };
    }

    private static @Nullable BigDecimal decimalOrNull(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > 60) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(trimmed);
            // 1e999999999 is a few characters, yet its digits would fill the memory.
            return Math.abs((long) value.precision() - value.scale()) > 400 ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isWithin(
            BigDecimal value,
            BigDecimal low,
            BigDecimal high,
            Number min,
            Number max,
            @Nullable Object input,
            List<Object> loc,
            List<Violation> violations) {
        if (value.compareTo(low) < 0) {
            violations.add(new Violation(
                    "greater_than_equal",
                    loc,
                    "Input should be greater than or equal to " + min,
                    input,
                    Map.of("ge", min)));
            return false;
        }
        if (value.compareTo(high) > 0) {
            violations.add(new Violation(
                    "less_than_equal", loc, "Input should be less than or equal to " + max, input, Map.of("le", max)));
            return false;
        }
        return true;
    }
}
