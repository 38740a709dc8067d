package io.mnemolite.core.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code secret-patterns.json}, the one place that says how secrets look. */
final class SecretPatterns {

    static final String FILE = "secret-patterns.json";

    private SecretPatterns() {}

    /** All patterns, in the order of the file. */
    static List<SecretPattern> all() {
        List<SecretPattern> patterns = new ArrayList<>();
        tree().path("patterns").forEach(entry -> patterns.add(pattern(entry)));
        return List.copyOf(patterns);
    }

    /** The file as it is, with the examples that the tests read. */
    static JsonNode tree() {
        try (InputStream in = SecretPatterns.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + FILE + " is missing.");
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SecretPattern pattern(JsonNode entry) {
        List<String> keywords = new ArrayList<>();
        entry.path("keywords").forEach(keyword -> keywords.add(keyword.asText()));
        return new SecretPattern(
                entry.path("kind").asText(),
                entry.path("description").asText(),
                entry.path("general").asBoolean(false),
                keywords,
                Pattern.compile(entry.path("expression").asText()),
                entry.path("minimal_entropy").asDouble(0));
    }
}
