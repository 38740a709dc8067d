package io.mnemolite.core.secret;

import io.mnemolite.core.secret.SecretPattern.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds secrets of some kinds in one pass. An expression is tried where one of its keywords begins and nowhere else, and
 * reads a bounded stretch from there, so the work grows with the text alone, whatever the text is.
 */
final class SecretScanner {

    private final KeywordAutomaton keywords;
    private final List<List<SecretPattern>> byKeyword;

    SecretScanner(List<SecretPattern> patterns) {
        Map<String, List<SecretPattern>> grouped = new LinkedHashMap<>();
        for (SecretPattern pattern : patterns) {
            for (String keyword : pattern.keywords()) {
                grouped.computeIfAbsent(keyword, absent -> new ArrayList<>()).add(pattern);
            }
        }
        this.keywords = new KeywordAutomaton(List.copyOf(grouped.keySet()));
        this.byKeyword = List.copyOf(grouped.values());
    }

    /** Whether the text has a keyword. */
    boolean hasKeyword(CharSequence text) {
        return keywords.in(text).next();
    }

    /** The secrets, from the first to the last; none overlaps another. */
    List<Span> secrets(CharSequence text) {
        List<Span> spans = List.of();
        int end = 0;
        KeywordAutomaton.Occurrences occurrences = keywords.in(text);
        while (occurrences.next()) {
            int start = occurrences.start();
            if (start < end) {
                continue;
            }
            // What stands before is no part of the text any more where a secret has just ended: what its replacement
            // would lay bare is found now, so that another pass finds nothing.
            Span found = at(start, byKeyword.get(occurrences.keyword()), text, start != end || start == 0);
            if (found != null) {
                if (spans.isEmpty()) {
                    spans = new ArrayList<>();
                }
                spans.add(found);
                end = found.end();
            }
        }
        return spans;
    }

    private static @Nullable Span at(int start, List<SecretPattern> patterns, CharSequence text, boolean seesBefore) {
        for (SecretPattern pattern : patterns) {
            Matcher matcher = pattern.expression()
                    .matcher(text)
                    .useTransparentBounds(seesBefore)
                    .region(start, text.length());
            if (matcher.lookingAt()) {
                Span span = pattern.secretOf(matcher);
                if (Entropy.of(text, span.start(), span.end()) >= pattern.minimalEntropy()) {
                    return span;
                }
            }
        }
        return null;
    }
}
