package io.mnemolite.server.web.code.source;

import io.mnemolite.server.web.text.Piece;
import io.mnemolite.server.web.text.ShownText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts source code into lines of coloured words. It looks at the text alone and knows no grammar: where a language is unusual, a
 * word has another colour, and nothing is lost.
 */
public final class Highlighting {

    /** Marks nothing. */
    public static final Pattern NO_MARKS = Pattern.compile("(?!)");

    /** Longer lines, as of minified scripts, are cut when shown. */
    private static final int LONGEST_LINE = 1_000;

    private static final Set<String> HASH_COMMENTS =
            Set.of("python", "ruby", "bash", "shell", "yaml", "toml", "php", "perl", "r", "makefile", "dockerfile");
    private static final Set<String> DASH_COMMENTS = Set.of("sql", "lua", "haskell");
    private static final Set<String> WITHOUT_SLASHES =
            Set.of("python", "ruby", "bash", "shell", "yaml", "toml", "markdown");

    private static final String KEYWORD = "k";
    private static final String TYPE = "t";
    private static final String FUNCTION = "f";
    private static final String STRING = "s";
    private static final String NUMBER = "n";
    private static final String COMMENT = "c";
    private static final String DECORATOR = "d";

    private final String text;
    private final String language;
    private final Set<String> keywords;
    private final List<Span> spans = new ArrayList<>();
    private int at;

    private Highlighting(String text, String language) {
        this.text = text;
        this.language = language;
        this.keywords = Keywords.of(language);
    }

    private record Span(int start, int end, String style) {}

    /**
     * The lines of a text.
     *
     * @param first the number of its first line
     * @param marks finds what was searched for
     */
    public static List<CodeLine> lines(String text, String language, int first, Pattern marks) {
        return lines(text, language, first, marks, Set.of());
    }

    /** @param hits numbers of the lines that were looked for */
    public static List<CodeLine> lines(String text, String language, int first, Pattern marks, Set<Integer> hits) {
        String plain = text.replace("\r\n", "\n");
        if (plain.endsWith("\n")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        Highlighting highlighting = new Highlighting(plain, language);
        highlighting.scan();
        return highlighting.cut(first, marks, new HashSet<>(hits));
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            int end;
            if (isComment()) {
                end = lineEnd(at);
                add(end, COMMENT);
            } else if (text.startsWith("/*", at) && hasSlashComments()) {
                end = after("*/", at + 2);
                add(end, COMMENT);
            } else if (text.startsWith("\"\"\"", at) || text.startsWith("'''", at)) {
                end = after(text.substring(at, at + 3), at + 3);
                add(end, STRING);
            } else if (isQuote(c)) {
                add(stringEnd(c), STRING);
            } else if (Character.isDigit(c)) {
                add(wordEnd(at), NUMBER);
            } else if (c == '@' && at + 1 < text.length() && Character.isJavaIdentifierStart(text.charAt(at + 1))) {
                add(wordEnd(at + 1), DECORATOR);
            } else if (Character.isJavaIdentifierStart(c)) {
                word();
            } else {
                at++;
            }
        }
    }

    private void word() {
        int end = wordEnd(at);
        String word = text.substring(at, end);
        if (keywords.contains(word)) {
            add(end, KEYWORD);
        } else if (!language.equals("markdown") && end < text.length() && text.charAt(end) == '(') {
            add(end, FUNCTION);
        } else if (!keywords.isEmpty() && Character.isUpperCase(word.charAt(0))) {
            add(end, TYPE);
        } else {
            at = end;
        }
    }

    private boolean isComment() {
        return (text.startsWith("//", at) && hasSlashComments())
                || (text.charAt(at) == '#' && HASH_COMMENTS.contains(language))
                || (text.startsWith("--", at) && DASH_COMMENTS.contains(language));
    }

    private boolean hasSlashComments() {
        return !WITHOUT_SLASHES.contains(language);
    }

    private boolean isQuote(char c) {
        if (language.equals("markdown") || language.equals("text")) {
            return false;
        }
        // A single one is a lifetime in Rust.
        return c == '"' || c == '`' || (c == '\'' && !language.equals("rust"));
    }

    private int stringEnd(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            if (text.charAt(end) == '\n' && quote != '`') {
                return end;
            }
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, text.length());
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int after(String closing, int from) {
        int end = text.indexOf(closing, from);
        return end < 0 ? text.length() : end + closing.length();
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length()
                && (Character.isJavaIdentifierPart(text.charAt(end))
                        && !Character.isIdentifierIgnorable(text.charAt(end)))) {
            end++;
        }
        return Math.max(end, from + 1);
    }

    private void add(int end, String style) {
        spans.add(new Span(at, end, style));
        at = end;
    }

    private List<CodeLine> cut(int first, Pattern marks, Set<Integer> hits) {
        boolean[] marked = marked(marks);
        List<CodeLine> lines = new ArrayList<>();
        int span = 0;
        int start = 0;
        while (start <= text.length()) {
            int end = lineEnd(start);
            int shownEnd = Math.min(end, start + LONGEST_LINE);
            List<Token> tokens = new ArrayList<>();
            int from = start;
            while (from < shownEnd) {
                while (span < spans.size() && spans.get(span).end() <= from) {
                    span++;
                }
                boolean inside = span < spans.size() && spans.get(span).start() <= from;
                int until = span >= spans.size()
                        ? shownEnd
                        : Math.min(
                                shownEnd,
                                inside ? spans.get(span).end() : spans.get(span).start());
                String style = inside ? spans.get(span).style() : "";
                from = addTokens(tokens, from, until, style, marked);
            }
            if (shownEnd < end) {
                tokens.add(new Token(COMMENT, false, "…"));
            }
            int number = first + lines.size();
            lines.add(new CodeLine(number, hits.contains(number), tokens));
            start = end + 1;
        }
        return lines;
    }

    private int addTokens(List<Token> tokens, int from, int until, String style, boolean[] marked) {
        int start = from;
        while (start < until) {
            int end = start;
            while (end < until && marked[end] == marked[start]) {
                end++;
            }
            for (Piece piece : ShownText.whole(text.substring(start, end)).pieces()) {
                tokens.add(new Token(piece.hidden() ? "hidden-character" : style, marked[start], piece.text()));
            }
            start = end;
        }
        return until;
    }

    private boolean[] marked(Pattern marks) {
        boolean[] marked = new boolean[text.length()];
        Matcher matcher = marks.matcher(text);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                marked[i] = true;
            }
        }
        return marked;
    }
}
