package io.mnemolite.parsing.tree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a parser is given: the text with blanks for what its grammar takes for something else, so that all else keeps its place.
 * These are macros of C++ that stand where no name can stand, and words that came to a language after its grammar.
 */
final class ParserInput {

    private static final String MACRO = "[A-Z][A-Z0-9_]{3,}+(?:\\([^()\\n]*+\\))?+";

    /** Lines such as {@code QT_BEGIN_NAMESPACE} and {@code Q_OBJECT}. */
    private static final Pattern ALONE = Pattern.compile(
            "(?m)^[ \\t]*+([A-Z_][A-Z0-9_]*(?<![A-Z0-9])(?:BEGIN|END)(?![A-Z0-9])[A-Z0-9_]*+|Q_[A-Z]++)[ \\t]*+\\r?+$");

    /** Behind {@code class}, before the name, as in {@code class EXPORTED Name final : public Base}. */
    private static final Pattern BEFORE_NAME = Pattern.compile("\\b(?:class|struct|union)\\s++((?:" + MACRO
            + "\\s++)+?)(?=[A-Za-z_]\\w*+\\s*+(?:<[^<>;{}]*+>\\s*+)?+(?:final\\s*+)?+(?:\\{|:(?!:)))");

    /** Before the type of a function, at the start of a line. */
    private static final Pattern BEFORE_TYPE = Pattern.compile(
            "(?m)^[ \\t]*+([A-Z][A-Z0-9_]{5,}+(?:\\([^()\\n]*+\\))?+)[ \\t]++(?=[A-Za-z_][\\w:]*+(?:<[^<>\\n]*+>)?+[ \\t*&]++[A-Za-z_~]\\w*+\\()");

    /** Between the parameters of a function and its body. */
    private static final Pattern BEFORE_BODY =
            Pattern.compile("\\)\\s*+(?:(?:const|noexcept|override|final)\\b\\s*+)*+((?:" + MACRO + "\\s*+)++)(?=\\{)");

    private static final List<Pattern> OF_C = List.of(ALONE, BEFORE_TYPE);
    private static final List<Pattern> OF_CPP = List.of(ALONE, BEFORE_NAME, BEFORE_TYPE, BEFORE_BODY);
    private static final List<Pattern> OF_KOTLIN = List.of(Pattern.compile("\\b(fun)\\s++interface\\b"));

    private ParserInput() {}

    /** Of the same length. */
    static byte[] of(Grammar grammar, byte[] text) {
        List<Pattern> patterns = switch (grammar.name()) {
            case "c" -> OF_C;
            case "cpp" -> OF_CPP;
            case "kotlin" -> OF_KOTLIN;
            default -> List.of();
        };
        if (patterns.isEmpty()) {
            return text;
        }
        byte[] given = text.clone();
        // One character a byte, whatever they mean.
        String characters = new String(text, ISO_8859_1);
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(characters);
            while (matcher.find()) {
                Arrays.fill(given, matcher.start(1), matcher.end(1), (byte) ' ');
            }
        }
        return given;
    }
}
