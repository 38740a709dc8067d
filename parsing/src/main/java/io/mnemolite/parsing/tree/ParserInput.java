package io.mnemolite.parsing.tree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a parser is given: the text with blanks for what its grammar takes for something else, so that all else keeps its place.
 * These are macros of C++ that stand where no name can stand, and words that came to a language after its grammar. All
 * repetitions have a limit, so that the time is in proportion to the text.
 */
final class ParserInput {

    private static final String MACRO = "[A-Z][A-Z0-9_]{3,60}+(?:\\([^()\\n]{0,200}+\\))?+";

    /** Lines of one name. */
    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*+([A-Z_][A-Z0-9_]{3,60}+)[ \\t]*+\\r?+$");

    /** Names such as {@code QT_BEGIN_NAMESPACE} and {@code Q_OBJECT}, which stand alone without a semicolon. */
    private static final Pattern ALONE = Pattern.compile("Q_[A-Z]+|(?:.*_)?(?:BEGIN|END)(?:_.*)?");

    /** Behind {@code class}, before the name, as in {@code class EXPORTED Name final : public Base}. */
    private static final Pattern BEFORE_NAME = Pattern.compile(
            "\\b(?:class|struct|union)\\s{1,50}+((?:[A-Z][A-Z0-9_]{3,60}+(?:\\([^()\\n]{0,200}+\\))?+\\s{1,50}+){1,3})"
                    + "(?=[A-Za-z_]\\w{0,100}+\\s{0,50}+(?:<[^<>;{}]{0,200}+>\\s{0,50}+)?+(?:final\\s{0,50}+)?+(?:\\{|:(?!:)))");

    /** Before the type of a function, at the start of a line. */
    private static final Pattern BEFORE_TYPE = Pattern.compile(
            "(?m)^[ \\t]*+([A-Z][A-Z0-9_]{5,60}+(?:\\([^()\\n]{0,200}+\\))?+)[ \\t]{1,50}+(?=[A-Za-z_][\\w:]{0,200}+"
                    + "(?:<[^<>\\n]{0,200}+>)?+[ \\t*&]{1,50}+[A-Za-z_~]\\w{0,100}+\\()");

    /** Between the parameters of a function and its body, on the line of the former. */
    private static final Pattern BEFORE_BODY =
            Pattern.compile("\\)[ \\t]{0,50}+(?:(?:const|noexcept|override|final)\\b[ \\t]{0,50}+){0,4}+((?:" + MACRO
                    + "[ \\t]{0,50}+){1,3}+)(?=\\s{0,50}+\\{)");

    private static final int LONGEST_LINE = 500;

    /** What a declaration, a label, a comment or a directive ends in. */
    private static final String ENDED = ";{}:/>";

    private static final List<Pattern> OF_C = List.of(LINE, BEFORE_TYPE);
    private static final List<Pattern> OF_CPP = List.of(LINE, BEFORE_NAME, BEFORE_TYPE, BEFORE_BODY);
    private static final List<Pattern> OF_KOTLIN = List.of(Pattern.compile("\\b(fun)\\s{1,50}+interface\\b"));

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
                boolean isBlank = pattern == LINE
                        ? ALONE.matcher(matcher.group(1)).matches()
                                && isBetweenDeclarations(characters, matcher.start(1))
                        : !isInComment(characters, matcher.start());
                if (isBlank) {
                    Arrays.fill(given, matcher.start(1), matcher.end(1), (byte) ' ');
                }
            }
        }
        return given;
    }

    /** Whether what stands before a line has ended, so that the line is not one of several arguments or alternatives. */
    private static boolean isBetweenDeclarations(String text, int start) {
        int end = start;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        String before = text.substring(Math.max(0, end - LONGEST_LINE), end);
        String line = before.substring(before.lastIndexOf('\n') + 1).strip();
        int comment = line.indexOf("//");
        String code = comment < 0 ? line : line.substring(0, comment).strip();
        return code.isEmpty()
                || code.startsWith("#")
                || ENDED.indexOf(code.charAt(code.length() - 1)) >= 0
                || ALONE.matcher(code).matches();
    }

    /** Whether a place is behind two slashes in its line. */
    private static boolean isInComment(String text, int at) {
        String before = text.substring(Math.max(0, at - LONGEST_LINE), at);
        return before.substring(before.lastIndexOf('\n') + 1).contains("//");
    }
}
