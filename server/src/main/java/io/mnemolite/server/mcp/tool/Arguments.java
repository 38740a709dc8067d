package io.mnemolite.server.mcp.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.request.Json;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of a call into their record, or says in a sentence what is wrong with which. */
public final class Arguments {

    private static final int LONGEST_ECHO = 80;

    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private Arguments() {}

    /**
     * @throws MnemoliteException with {@link ErrorCode#INVALID_VALUE}
     * @throws io.mnemolite.server.request.ValidationException when a text or number in it cannot be stored
     */
    public static <A extends Record> A read(JsonNode given, Class<A> type) {
        Json.refuseUnstorable(given, List.of("arguments"));
        if (!given.isObject()) {
            throw invalid("The arguments are " + echo(given) + "; send an object.");
        }
        refuseNullsInLists(given, type);
        try {
            return Wire.MAPPER.treeToValue(given, type);
        } catch (UnrecognizedPropertyException e) {
            throw invalid("There is no argument '" + path(e) + "'; those are: " + names(e.getKnownPropertyIds()) + ".");
        } catch (MismatchedInputException e) {
            throw invalid("The argument '" + path(e) + "' is " + echo(value(given, e)) + ", which is no "
                    + word(e.getTargetType()) + ".");
        } catch (JsonMappingException e) {
            throw invalid("The argument '" + path(e) + "' is " + echo(value(given, e)) + ", which is out of range.");
        } catch (JsonProcessingException e) {
            throw invalid(e.getOriginalMessage());
        }
    }

    /** Objects may hold nulls, for they are stored as they are; lists are of things. */
    private static void refuseNullsInLists(JsonNode given, Class<? extends Record> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() != List.class) {
                continue;
            }
            String name = NAMES.translate(component.getName());
            JsonNode list = given.path(name);
            for (int i = 0; i < list.size(); i++) {
                if (list.path(i).isNull()) {
                    throw invalid("The argument '" + name + "[" + i + "]' is null; leave it out.");
                }
            }
        }
    }

    /** The argument, unless it is absent. */
    public static <T> T required(@Nullable T argument, String name) {
        if (argument == null || (argument instanceof String text && text.isBlank())) {
            throw invalid("The argument '" + name + "' is missing; send it.");
        }
        return argument;
    }

    /** The argument, its default when it is absent. */
    public static int within(@Nullable Integer argument, String name, int byDefault, int least, int most) {
        int value = argument == null ? byDefault : argument;
        if (value < least || value > most) {
            throw invalid("The argument '" + name + "' is " + value + "; send one from " + least + " to " + most + ".");
        }
        return value;
    }

    public static MnemoliteException invalid(String sentence) {
        return new MnemoliteException(ErrorCode.INVALID_VALUE, sentence);
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static JsonNode value(JsonNode given, JsonMappingException e) {
        JsonNode at = given;
        for (JsonMappingException.Reference part : e.getPath()) {
            at = part.getFieldName() == null ? at.path(part.getIndex()) : at.path(part.getFieldName());
        }
        return at;
    }

    private static String names(Collection<Object> known) {
        return known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String word(@Nullable Class<?> type) {
        if (type == null) {
            return "acceptable value";
        }
        if (type == Integer.class || type == Long.class) {
            return "whole number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "string";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "number";
        }
        return Collection.class.isAssignableFrom(type) ? "list" : "object";
    }

    private static String echo(JsonNode value) {
        String text = value.toString();
        return text.isEmpty() ? "absent" : text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }
}
