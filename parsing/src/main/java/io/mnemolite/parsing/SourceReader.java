package io.mnemolite.parsing;

import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.parsing.language.Dialect;
import io.mnemolite.parsing.language.Languages;
import io.mnemolite.parsing.tree.SyntaxTree;
import io.mnemolite.parsing.tree.SyntaxTrees;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a file's text, tells its language, and parses it. */
public final class SourceReader {

    /** Longer lines are made by programs. */
    static final int LONGEST_LINE = 20_000;

    private final Languages languages;
    private final SyntaxTrees trees;

    public SourceReader(Languages languages, SyntaxTrees trees) {
        this.languages = languages;
        this.trees = trees;
    }

    /** @throws MnemoliteException when the file is no text, or of no known language */
    public ReadSource read(SourceFile file) {
        int longestLine = longestLine(file);
        Dialect dialect = languages.of(file);
        byte[] text = file.content().getBytes(StandardCharsets.UTF_8);
        String grammar = dialect.grammar();
        if (grammar == null || text.length == 0) {
            return new ReadSource(file.path(), dialect, text, null, List.of());
        }
        String problem = whyNotParsed(file.path(), text.length, longestLine);
        if (problem != null) {
            return new ReadSource(file.path(), dialect, text, null, List.of(problem));
        }
        Optional<SyntaxTree> tree = trees.parse(trees.grammar(grammar), text);
        List<String> problems = tree.isPresent()
                ? List.of()
                : List.of("Parsing " + file.path() + " as " + dialect.language()
                        + " took too long for its size; it was cut into pieces of fixed size.");
        return new ReadSource(file.path(), dialect, text, tree.orElse(null), problems);
    }

    private static @Nullable String whyNotParsed(String path, int bytes, int longestLine) {
        if (bytes > SyntaxTrees.LARGEST) {
            return path + " has " + bytes + " bytes, more than the " + SyntaxTrees.LARGEST
                    + " that are parsed; it was cut into pieces of fixed size.";
        }
        if (longestLine > LONGEST_LINE) {
            return path + " has a line of " + longestLine + " characters, more than the " + LONGEST_LINE
                    + " that are parsed; it was cut into pieces of fixed size.";
        }
        return null;
    }

    /** @throws MnemoliteException when the content holds what no text holds */
    private static int longestLine(SourceFile file) {
        String content = file.content();
        int longest = 0;
        int lineStart = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\n') {
                longest = Math.max(longest, i - lineStart);
                lineStart = i + 1;
            } else if (c == 0) {
                throw noText(file, "a NUL character", i);
            } else if (Character.isSurrogate(c)) {
                boolean isPair = Character.isHighSurrogate(c)
                        && i + 1 < content.length()
                        && Character.isLowSurrogate(content.charAt(i + 1));
                if (!isPair) {
                    throw noText(file, "half a character (a lone surrogate)", i);
                }
                i++;
            }
        }
        return Math.max(longest, content.length() - lineStart);
    }

    private static MnemoliteException noText(SourceFile file, String what, int position) {
        return new MnemoliteException(
                ErrorCode.INVALID_VALUE,
                file.path() + " is no text: there is " + what + " at position " + position
                        + "; leave binary files out, and decode text before sending it.");
    }
}
