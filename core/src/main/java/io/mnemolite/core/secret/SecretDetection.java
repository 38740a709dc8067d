package io.mnemolite.core.secret;

import io.mnemolite.core.secret.SecretPattern.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds secrets in texts and takes them out. Only the secret itself is replaced, by {@code [redacted: kind]}, in which no
 * secret is found again: a text that was redacted stays as it is. Pure and safe for concurrent use.
 */
public final class SecretDetection {

    private static final SecretDetection BUNDLED = new SecretDetection(SecretPatterns.all());

    /**
     * What joins on to a secret without a gap comes to light when that is replaced. It is rare, and what joins on to that in
     * turn is rarer still; the limit keeps the work in proportion to the text.
     */
    private static final int MAX_ROUNDS = 8;

    private final List<String> kinds;

    /** Kinds that are known by themselves go first, so that {@code api_key = ghp_…} is called by its own name. */
    private final List<SecretScanner> scanners;

    private SecretDetection(List<SecretPattern> patterns) {
        this.kinds = patterns.stream().map(SecretPattern::kind).toList();
        this.scanners = List.of(
                new SecretScanner(
                        patterns.stream().filter(pattern -> !pattern.general()).toList()),
                new SecretScanner(
                        patterns.stream().filter(SecretPattern::general).toList()));
    }

    /** The detection by the patterns that come with the product. */
    public static SecretDetection bundled() {
        return BUNDLED;
    }

    /**
     * A text without secrets.
     *
     * @param text the same instance as was given when nothing was found
     * @param kinds the kind of each secret that was replaced, as often as there was one
     */
    public record Redaction(String text, List<String> kinds) {

        public Redaction {
            kinds = List.copyOf(kinds);
        }
    }

    /** The names of all kinds there are. */
    public List<String> kinds() {
        return kinds;
    }

    public Redaction redact(String text) {
        List<String> found = new ArrayList<>(0);
        String redacted = text;
        int before;
        int round = 0;
        do {
            before = found.size();
            for (SecretScanner scanner : scanners) {
                redacted = replaced(redacted, scanner.secrets(redacted), found);
            }
        } while (found.size() > before && ++round < MAX_ROUNDS);
        return new Redaction(redacted, found);
    }

    /** The value of an object's member without secrets; one that only the member's key tells, such as a password, included. */
    public Redaction redactMember(String key, String value) {
        if (scanners.stream().anyMatch(scanner -> scanner.hasKeyword(key))) {
            String assignment = key + "=";
            Redaction redaction = redact(assignment + value);
            if (redaction.text().startsWith(assignment)) {
                return redaction.kinds().isEmpty()
                        ? new Redaction(value, List.of())
                        : new Redaction(redaction.text().substring(assignment.length()), redaction.kinds());
            }
        }
        return redact(value);
    }

    private static String replaced(String text, List<Span> spans, List<String> found) {
        if (spans.isEmpty()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int from = 0;
        for (Span span : spans) {
            found.add(span.kind());
            result.append(text, from, span.start())
                    .append("[redacted: ")
                    .append(span.kind())
                    .append(']');
            from = span.end();
        }
        return result.append(text, from, text.length()).toString();
    }
}
