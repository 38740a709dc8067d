package io.mnemolite.core.code;

import java.util.List;

/**
 * The text of a chunk that is given to a model: the words of its name and of what encloses it, then its documentation, then its
 * source. Of the forms that were measured, this one found most (see {@code docs/benchmarks}).
 */
public final class EmbeddingText {

    /** Changes with every change of what comes out, so that files are indexed anew. */
    public static final String VERSION = "1";

    /** What lies beyond is beyond the limit of models anyway. */
    private static final int MAX_CHARACTERS = 6_000;

    private EmbeddingText() {}

    public static String of(Chunk chunk) {
        StringBuilder text = new StringBuilder();
        String name = words(chunk.name());
        text.append(name);
        String enclosing = words(enclosing(chunk));
        if (!enclosing.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(enclosing);
        }
        text.append(text.isEmpty() ? "" : ". ");
        String documentation = chunk.metadata().docstring();
        if (documentation != null && !chunk.source().contains(firstLine(documentation))) {
            text.append(documentation, 0, Math.min(documentation.length(), MAX_CHARACTERS / 2))
                    .append('\n');
        }
        text.append(chunk.source());
        return text.length() <= MAX_CHARACTERS ? text.toString() : cut(text);
    }

    /** What encloses the chunk, such as {@code Outer.Inner}; empty when nothing does. */
    public static String enclosing(Chunk chunk) {
        String qualified = chunk.qualifiedName();
        int end = qualified.length() - chunk.name().length();
        return end > 0 && qualified.endsWith(chunk.name()) ? qualified.substring(0, end) : "";
    }

    private static String words(String identifiers) {
        List<String> words = IdentifierWords.of(identifiers);
        return String.join(" ", words);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private static String cut(StringBuilder text) {
        int end = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? MAX_CHARACTERS - 1 : MAX_CHARACTERS;
        return text.substring(0, end);
    }
}
