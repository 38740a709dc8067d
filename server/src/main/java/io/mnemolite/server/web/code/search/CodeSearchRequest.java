package io.mnemolite.server.web.code.search;

import io.mnemolite.core.code.ChunkType;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.request.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A search of code as the page's address says it.
 *
 * @param isAnyCase whether upper and lower case are alike; of literals and regular expressions
 */
public record CodeSearchRequest(
        String text, Mode mode, String repository, String language, String type, String path, boolean isAnyCase) {

    private static final int MAX_TEXT = 1_000;
    private static final List<String> LANGUAGES = List.of(
            "java",
            "python",
            "javascript",
            "typescript",
            "go",
            "rust",
            "c",
            "cpp",
            "csharp",
            "kotlin",
            "scala",
            "ruby",
            "php",
            "swift",
            "bash",
            "sql",
            "markdown");
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");

    /** How code is looked for. */
    public enum Mode {
        HYBRID,
        LEXICAL,
        LITERAL,
        REGEX;

        /** Whether lines are found; otherwise chunks are. */
        boolean isText() {
            return this == LITERAL || this == REGEX;
        }
    }

    static CodeSearchRequest of(QueryParameters query) {
        String mode = text(query, "mode");
        String typed = Objects.requireNonNullElse(query.string("q"), "");
        CodeSearchRequest request = new CodeSearchRequest(
                typed.isBlank() ? "" : typed,
                Arrays.stream(Mode.values())
                        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(mode))
                        .findFirst()
                        .orElse(Mode.HYBRID),
                text(query, "repository"),
                text(query, "language"),
                text(query, "type"),
                text(query, "path"),
                query.bool("any_case", false));
        if (request.text.length() > MAX_TEXT) {
            query.addViolation(Violation.of(
                    "string_too_long", List.of("query", "q"), "Search for at most 1,000 characters", null));
        }
        query.check();
        return request;
    }

    private static String text(QueryParameters query, String name) {
        return Objects.requireNonNullElse(query.string(name), "").strip();
    }

    public boolean isAsked() {
        return !text.isEmpty();
    }

    public boolean isFiltered() {
        return !repository.isEmpty() || !language.isEmpty() || !type.isEmpty() || !path.isEmpty();
    }

    public boolean isMode(String name) {
        return mode.name().toLowerCase(Locale.ROOT).equals(name);
    }

    public boolean isType(String name) {
        return type.equals(name);
    }

    /** The types of chunks on the wire. */
    public List<String> types() {
        return Arrays.stream(ChunkType.values()).map(ChunkType::wireName).toList();
    }

    /** Those that are offered; any other can be typed. */
    public List<String> languages() {
        return LANGUAGES;
    }

    CodeFilter filter() {
        return new CodeFilter(given(language), given(type), given(repository), given(path));
    }

    /** What of a text was searched for; nothing where only the whole line is known to match. */
    Pattern marks() {
        return switch (mode) {
            case LITERAL ->
                Pattern.compile(Pattern.quote(text), isAnyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
            // The expression is RE2's, which ours need not understand alike.
            case REGEX -> NOTHING;
            case HYBRID, LEXICAL -> words();
        };
    }

    private Pattern words() {
        String words = Arrays.stream(BETWEEN_WORDS.split(text))
                .filter(word -> word.length() > 2)
                .distinct()
                .limit(20)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return words.isEmpty() ? NOTHING : Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
