package io.mnemolite.server.request;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of a request and collects everything that is wrong with them; of a repeated one, the last counts. */
public final class QueryParameters {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}");

    static final String NO_UUID = "Input should be a valid UUID such as 01890a5d-ac96-774b-bcce-b302099a8057";

    private final MultivaluedMap<String, String> parameters;
    private final List<Violation> violations = new ArrayList<>();

    public QueryParameters(UriInfo uri) {
        this.parameters = uri.getQueryParameters();
    }

    /** The text of a parameter, null when absent. */
    public @Nullable String string(String name) {
        List<String> values = parameters.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        String value = values.getLast();
        String problem = Storability.text(value);
        if (problem != null) {
            violations.add(Violation.of("value_error", List.of("query", name), problem, null));
            return null;
        }
        return value;
    }

    /** Each value of a parameter that may be repeated, in order. */
    public List<String> strings(String name) {
        List<String> values = parameters.get(name);
        if (values == null) {
            return List.of();
        }
        for (String value : values) {
            String problem = Storability.text(value);
            if (problem != null) {
                violations.add(Violation.of("value_error", List.of("query", name), problem, null));
                return List.of();
            }
        }
        return List.copyOf(values);
    }

    public @Nullable String requiredString(String name) {
        String value = string(name);
        if (value == null && !parameters.containsKey(name)) {
            violations.add(Violation.of("missing", List.of("query", name), "Field required", null));
        }
        return value;
    }

    public int integer(String name, int otherwise, int min, int max) {
        String value = string(name);
        return value == null
                ? otherwise
                : (int) Numbers.integer(value, value, List.of("query", name), min, max, violations, otherwise);
    }

    public double number(String name, double otherwise, double min, double max) {
        String value = string(name);
        return value == null
                ? otherwise
                : Numbers.decimal(value, value, List.of("query", name), min, max, violations, otherwise);
    }

    public boolean bool(String name, boolean otherwise) {
        String value = string(name);
        return value == null ? otherwise : Numbers.bool(value, value, List.of("query", name), violations, otherwise);
    }

    public void addViolation(Violation violation) {
        violations.add(violation);
    }

    /** Throws when anything was wrong. */
    public void check() {
        if (!violations.isEmpty()) {
            throw new ValidationException(violations);
        }
    }

    public @Nullable UUID uuid(String name) {
        String value = string(name);
        if (value == null) {
            return null;
        }
        UUID uuid = uuidOf(value);
        if (uuid == null) {
            violations.add(Violation.of("uuid_parsing", List.of("query", name), NO_UUID, value));
        }
        return uuid;
    }

    /** The UUID of a path segment. */
    public static UUID pathUuid(String name, String text) {
        UUID uuid = uuidOf(text);
        if (uuid == null) {
            throw new ValidationException(Violation.of("uuid_parsing", List.of("path", name), NO_UUID, text));
        }
        return uuid;
    }

    /** The UUID of a text, with or without hyphens; null when it is none. */
    static @Nullable UUID uuidOf(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            return null;
        }
        String digits = text.replace("-", "");
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }
}
