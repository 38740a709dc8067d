package io.mnemolite.server.web.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the words of a query in a text, with other endings too, as the lexical channel does. */
final class WordMarks {

    private static final int MAX_WORDS = 20;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");
    private static final Pattern ENDING = Pattern.compile("(?<=\\p{L}{3})(?:ies|ings?|ed|es|s|e|ly|y)$");
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private static final Set<String> FUNCTION_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not",
            "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was",
            "will", "with");

    private WordMarks() {}

    static Pattern of(String query) {
        String words = Arrays.stream(BETWEEN_WORDS.split(query.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isBlank() && word.length() <= 60 && !FUNCTION_WORDS.contains(word))
                .map(word -> ENDING.matcher(word).replaceFirst(""))
                .distinct()
                .limit(MAX_WORDS)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return words.isEmpty()
                ? NOTHING
                : Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + words + ")(?:\\p{L}{0,4}(?![\\p{L}\\p{N}]))?",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
