package io.mnemolite.core.secret;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one kind of secret looks.
 *
 * @param kind its name, in lower case with dashes
 * @param description what it is, for people
 * @param general whether only its surroundings tell it; a kind that is known by itself goes first
 * @param keywords literals in lower case, one of which begins every match; compared without regard to case
 * @param expression tried where a keyword begins; its group {@code secret}, or all of it, is the secret. Every repeat is
 *     bounded, and what it consumes it does not give back but for a few characters
 * @param minimalEntropy bits per character that the secret has at least, so that placeholders are none
 */
record SecretPattern(
        String kind,
        String description,
        boolean general,
        List<String> keywords,
        Pattern expression,
        double minimalEntropy) {

    private static final String SECRET = "secret";

    SecretPattern {
        keywords = List.copyOf(keywords);
    }

    /** Where the secret of a match lies. */
    Span secretOf(Matcher match) {
        return expression.namedGroups().containsKey(SECRET)
                ? new Span(kind, match.start(SECRET), match.end(SECRET))
                : new Span(kind, match.start(), match.end());
    }

    /** A secret's place in a text: from {@code start} to before {@code end}. */
    record Span(String kind, int start, int end) {}
}
