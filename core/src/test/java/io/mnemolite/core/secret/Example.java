package io.mnemolite.core.secret;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example of the patterns' file with its placeholders filled in, always with the same characters.
 *
 * @param kind the pattern it belongs to
 * @param text what somebody would have remembered
 * @param secrets what of it is secret
 * @param redacted the text without
 */
record Example(String kind, String text, List<String> secrets, String redacted) {

    private static final Pattern PLACEHOLDER = Pattern.compile("<(?:(\\w+):)?(\\d+)>|<uuid>|<->");
    private static final Pattern SECRET = Pattern.compile("«([^»]*)»");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Map<String, String> ALPHABETS = Map.of(
            "letter", LETTERS,
            "upper", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
            "base32", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
            "digit", "0123456789",
            "hex", "0123456789abcdef");

    /** All that every pattern has under the name. */
    static List<Example> all(String name) {
        List<Example> examples = new ArrayList<>();
        for (JsonNode pattern : SecretPatterns.tree().path("patterns")) {
            String kind = pattern.path("kind").asText();
            pattern.path(name).forEach(text -> examples.add(of(kind, text.asText())));
        }
        return examples;
    }

    static Example of(String kind, String template) {
        String filled = filled(template);
        List<String> secrets =
                SECRET.matcher(filled).results().map(match -> match.group(1)).toList();
        return new Example(
                kind,
                SECRET.matcher(filled).replaceAll("$1"),
                secrets,
                SECRET.matcher(filled).replaceAll("[redacted: " + kind + "]"));
    }

    private static String filled(String template) {
        Random random = new Random(template.hashCode());
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(placeholder -> Matcher.quoteReplacement(
                        switch (placeholder.group()) {
                            case "<uuid>" -> new UUID(random.nextLong(), random.nextLong()).toString();
                            case "<->" -> "-".repeat(5);
                            default -> characters(placeholder.group(1), Integer.parseInt(placeholder.group(2)), random);
                        }));
    }

    private static String characters(String name, int count, Random random) {
        String alphabet = name == null ? LETTERS + "0123456789" : ALPHABETS.getOrDefault(name, name);
        if (alphabet.equals(name) && name.length() != 1) {
            throw new IllegalArgumentException("No alphabet: " + name);
        }
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return kind + ": " + text.lines().findFirst().orElse("");
    }
}
