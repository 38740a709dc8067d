package io.mnemolite.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The offending value in an answer, cut to a size a person reads, and free of what cannot be encoded. */
final class InputEcho {

    private static final int MAX_LENGTH = 500;

    private InputEcho() {}

    static @Nullable Object of(@Nullable Object input) {
        return switch (input) {
            case null -> null;
            case String text -> cut(text);
            case JsonNode node when node.isTextual() -> cut(node.textValue());
            case JsonNode node when node.isContainerNode() -> container(node);
            default -> input;
        };
    }

    private static Object container(JsonNode node) {
        // Size first: rendering a large tree just to cut it would be an attack's gift.
        if (node.size() > 20) {
            return (node.isArray() ? "a list of " : "an object of ") + node.size() + " members";
        }
        String text = node.toString();
        return text.length() <= MAX_LENGTH ? node : cut(text);
    }

    private static String cut(String text) {
        String shown = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
        StringBuilder clean = new StringBuilder(shown.length());
        shown.codePoints().forEach(c -> clean.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return clean.toString();
    }
}
