package io.mnemolite.server.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object and collects everything that is wrong with them. A member that is wrong is answered
 * with a harmless stand-in; {@link #check()} throws before anything is done with it.
 */
public final class Fields {

    /** The largest number of a vector: its square still fits a float32 sum over thousands of dimensions. */
    private static final double LARGEST = 1e9;

    private static final UUID NIL = new UUID(0, 0);

    private final ObjectNode object;
    private final List<Object> loc;
    private final List<Violation> violations = new ArrayList<>();

    private Fields(ObjectNode object, List<Object> loc) {
        this.object = object;
        this.loc = loc;
    }

    /** The members of a body that must be an object. */
    public static Fields ofBody(byte[] body) {
        return of(Json.parseBody(body), List.of("body"));
    }

    public static Fields of(JsonNode node, List<Object> loc) {
        return new Fields(object(node, loc), loc);
    }

    /** The node as an object. */
    public static ObjectNode object(JsonNode node, List<Object> loc) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new ValidationException(Violation.of("dict_type", loc, "Input should be a valid dictionary", node));
    }

    public ObjectNode requiredObject(String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            violations.add(Violation.of("missing", at(name), "Field required", object));
            return JsonNodeFactory.instance.objectNode();
        }
        return objectOrViolation(name, value);
    }

    /** {@code {}} when absent; an explicit null is wrong. */
    public ObjectNode objectOrEmpty(String name) {
        JsonNode value = object.get(name);
        return value == null ? JsonNodeFactory.instance.objectNode() : objectOrViolation(name, value);
    }

    public @Nullable ObjectNode optionalObject(String name) {
        JsonNode value = object.get(name);
        return isAbsent(value) ? null : objectOrViolation(name, value);
    }

    public List<JsonNode> requiredList(String name, int min, int max) {
        JsonNode value = object.get(name);
        if (value == null) {
            violations.add(Violation.of("missing", at(name), "Field required", object));
            return List.of();
        }
        if (!value.isArray()) {
            violations.add(Violation.of("list_type", at(name), "Input should be a valid list", value));
            return List.of();
        }
        if (value.size() < min || value.size() > max) {
            boolean isShort = value.size() < min;
            violations.add(new Violation(
                    isShort ? "too_short" : "too_long",
                    at(name),
                    "List should have " + (isShort ? "at least " + min : "at most " + max) + " items, not "
                            + value.size(),
                    value.size(),
                    isShort ? Map.of("min_length", min) : Map.of("max_length", max)));
            return List.of();
        }
        List<JsonNode> items = new ArrayList<>(value.size());
        value.forEach(items::add);
        return items;
    }

    /** Empty when absent or null. */
    public List<JsonNode> optionalList(String name, int max) {
        return isAbsent(object.get(name)) ? List.of() : requiredList(name, 0, max);
    }

    public String requiredString(String name, int maxLength) {
        JsonNode value = object.get(name);
        if (value == null) {
            violations.add(Violation.of("missing", at(name), "Field required", object));
            return "";
        }
        String text = stringOrViolation(name, value, maxLength);
        return text == null ? "" : text;
    }

    public @Nullable String optionalString(String name, int maxLength) {
        JsonNode value = object.get(name);
        return isAbsent(value) ? null : stringOrViolation(name, value, maxLength);
    }

    /** A text that is more than white space; null when absent, null or blank. */
    public @Nullable String optionalName(String name, int maxLength) {
        String text = optionalString(name, maxLength);
        return text == null || text.isBlank() ? null : text;
    }

    public UUID requiredUuid(String name) {
        if (object.get(name) == null) {
            violations.add(Violation.of("missing", at(name), "Field required", object));
            return NIL;
        }
        UUID value = optionalUuid(name);
        if (value == null && violations.isEmpty()) {
            violations.add(Violation.of("uuid_parsing", at(name), QueryParameters.NO_UUID, object.get(name)));
        }
        return value == null ? NIL : value;
    }

    public @Nullable UUID optionalUuid(String name) {
        JsonNode value = object.get(name);
        if (isAbsent(value)) {
            return null;
        }
        UUID uuid = value.isTextual() ? QueryParameters.uuidOf(value.textValue()) : null;
        if (uuid == null) {
            violations.add(Violation.of("uuid_parsing", at(name), QueryParameters.NO_UUID, value));
        }
        return uuid;
    }

    /** The UUIDs of a list, each once; none when it is absent or null. */
    public Set<UUID> optionalUuids(String name, int max) {
        Set<UUID> found = new LinkedHashSet<>();
        for (JsonNode item : optionalList(name, max)) {
            UUID uuid = item.isTextual() ? QueryParameters.uuidOf(item.textValue()) : null;
            if (uuid == null) {
                violations.add(Violation.of("uuid_parsing", at(name), QueryParameters.NO_UUID, item));
                break;
            }
            found.add(uuid);
        }
        return found;
    }

    public int integer(String name, int otherwise, int min, int max) {
        JsonNode value = object.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isNumber() && !value.isTextual()) {
            violations.add(Violation.of("int_type", at(name), "Input should be a valid integer", value));
            return otherwise;
        }
        return (int) Numbers.integer(value.asText(), value, at(name), min, max, violations, otherwise);
    }

    public double number(String name, double otherwise, double min, double max) {
        JsonNode value = object.get(name);
        if (isAbsent(value)) {
            return otherwise;
        }
        if (!value.isNumber() && !value.isTextual()) {
            violations.add(Violation.of("float_type", at(name), "Input should be a valid number", value));
            return otherwise;
        }
        return Numbers.decimal(value.asText(), value, at(name), min, max, violations, otherwise);
    }

    public boolean bool(String name, boolean otherwise) {
        JsonNode value = object.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return Numbers.bool(value.asText(), value, at(name), violations, otherwise);
    }

    public @Nullable Instant timestamp(String name) {
        JsonNode value = object.get(name);
        if (isAbsent(value)) {
            return null;
        }
        Instant instant = value.isNumber()
                ? Timestamps.ofUnixTime(value.decimalValue()).orElse(null)
                : value.isTextual() ? Timestamps.parse(value.textValue()).orElse(null) : null;
        if (instant == null) {
            violations.add(Violation.of(
                    "datetime_parsing",
                    at(name),
                    "Input should be a valid datetime: ISO-8601 such as 2025-01-31T12:00:00Z, a date, or Unix seconds",
                    value));
        }
        return instant;
    }

    /** The vector of a member; null when absent, null or an empty list. */
    public @Nullable EmbeddingVector vector(String name, int dimension) {
        JsonNode value = object.get(name);
        return isAbsent(value) || (value.isArray() && value.isEmpty())
                ? null
                : vector(value, at(name), dimension, violations);
    }

    /** The vector of a list of numbers, or null and a violation. */
    public static @Nullable EmbeddingVector vector(
            JsonNode value, List<Object> loc, int dimension, List<Violation> violations) {
        if (!value.isArray()) {
            violations.add(Violation.of("list_type", loc, "Input should be a valid list", value));
            return null;
        }
        if (value.size() != dimension) {
            violations.add(Violation.of(
                    "value_error",
                    loc,
                    "A vector of this server has " + dimension + " numbers, not " + value.size()
                            + "; send one of that dimension, or none to have the text embedded.",
                    value.size()));
            return null;
        }
        float[] numbers = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            JsonNode number = value.get(i);
            double element = number.isNumber() ? number.doubleValue() : Double.NaN;
            if (!(Math.abs(element) <= LARGEST)) {
                List<Object> place = new ArrayList<>(loc);
                place.add(i);
                violations.add(
                        number.isNumber()
                                ? Violation.of(
                                        "value_error", place, "A number of a vector lies within -1e9..1e9", number)
                                : Violation.of("float_type", place, "Input should be a valid number", number));
                return null;
            }
            numbers[i] = (float) element;
        }
        return EmbeddingVector.of(numbers);
    }

    public void addViolation(Violation violation) {
        violations.add(violation);
    }

    /** Takes over what another reader found. */
    public void addAll(List<Violation> found) {
        violations.addAll(found);
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Throws when anything was wrong. */
    public void check() {
        if (!violations.isEmpty()) {
            throw new ValidationException(violations);
        }
    }

    public List<Object> at(String name) {
        List<Object> place = new ArrayList<>(loc);
        place.add(name);
        return place;
    }

    private static boolean isAbsent(@Nullable JsonNode value) {
        return value == null || value.isNull();
    }

    private ObjectNode objectOrViolation(String name, JsonNode value) {
        if (value instanceof ObjectNode found) {
            return found;
        }
        violations.add(Violation.of("dict_type", at(name), "Input should be a valid dictionary", value));
        return JsonNodeFactory.instance.objectNode();
    }

    private @Nullable String stringOrViolation(String name, JsonNode value, int maxLength) {
        if (!value.isTextual()) {
            violations.add(Violation.of("string_type", at(name), "Input should be a valid string", value));
            return null;
        }
        String text = value.textValue();
        if (text.length() > maxLength) {
            violations.add(new Violation(
                    "string_too_long",
                    at(name),
                    "String should have at most " + maxLength + " characters, not " + text.length(),
                    text.substring(0, 100) + "…",
                    Map.of("max_length", maxLength)));
        }
        return text;
    }
}
