package io.mnemolite.parsing.query;

import io.mnemolite.parsing.tree.Grammar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the text of a query. */
final class QueryReader {

    private final String text;
    private final Grammar grammar;
    private final String source;
    private final List<Pattern.Condition> conditions = new ArrayList<>();
    private int position;

    QueryReader(String text, Grammar grammar, String source) {
        this.text = text;
        this.grammar = grammar;
        this.source = source;
    }

    List<Pattern.Root> read() {
        List<Pattern.Root> roots = new ArrayList<>();
        skipSpace();
        while (position < text.length()) {
            conditions.clear();
            Pattern pattern = pattern();
            roots.add(new Pattern.Root(pattern, List.copyOf(conditions)));
            skipSpace();
        }
        return roots;
    }

    private Pattern pattern() {
        boolean isFirst = accept('.');
        int field = field();
        Pattern.Shape shape;
        if (accept('[')) {
            List<Pattern> patterns = new ArrayList<>();
            while (!accept(']')) {
                patterns.add(pattern());
            }
            shape = new Pattern.OneOf(patterns);
        } else if (peek() == '"') {
            shape = new Pattern.Kind(keyword(), List.of(), List.of(), List.of());
        } else {
            expect('(');
            shape = node();
        }
        return new Pattern(shape, field, quantifier(), isFirst, captures());
    }

    private Pattern.Shape node() {
        if (text.startsWith("..", position)) {
            position += 2;
            skipSpace();
            Pattern below = pattern();
            expect(')');
            return new Pattern.Below(below);
        }
        String type = word();
        int kind = type.equals("_") ? Pattern.Kind.ANY_NAMED : known(grammar.kind(type), "type of node: " + type);
        List<Pattern> children = new ArrayList<>();
        List<Integer> absent = new ArrayList<>();
        List<Integer> absentKeywords = new ArrayList<>();
        while (!accept(')')) {
            if (text.startsWith("!\"", position)) {
                position++;
                absentKeywords.add(keyword());
            } else if (accept('!')) {
                String field = word();
                absent.add(known(grammar.field(field), "field: " + field));
            } else if (text.startsWith("(#", position)) {
                condition();
            } else {
                children.add(pattern());
            }
        }
        return new Pattern.Kind(kind, List.copyOf(absent), List.copyOf(absentKeywords), List.copyOf(children));
    }

    private int keyword() {
        String keyword = quoted();
        return known(grammar.keyword(keyword), "keyword: " + keyword);
    }

    private void condition() {
        position += 2;
        String name = word();
        if (!name.equals("any-of?") && !name.equals("capital?")) {
            throw error("the only conditions are #any-of? and #capital?");
        }
        expect('@');
        Capture capture = capture();
        Set<String> texts = new LinkedHashSet<>();
        while (!accept(')')) {
            texts.add(quoted());
        }
        if (texts.isEmpty() == name.equals("any-of?")) {
            throw error("#any-of? is followed by texts, #capital? by none");
        }
        conditions.add(new Pattern.Condition(capture, Set.copyOf(texts)));
    }

    private int field() {
        int start = position;
        String word = peek() == '(' || peek() == '[' || peek() == '"' ? "" : word();
        if (word.isEmpty()) {
            return 0;
        }
        if (!accept(':')) {
            position = start;
            throw error("a pattern starts with a bracket, a quotation mark or a field");
        }
        return known(grammar.field(word), "field: " + word);
    }

    private Pattern.Quantifier quantifier() {
        if (accept('?')) {
            return Pattern.Quantifier.OPTIONAL;
        }
        if (accept('*')) {
            return Pattern.Quantifier.ANY;
        }
        return accept('+') ? Pattern.Quantifier.SOME : Pattern.Quantifier.ONE;
    }

    private List<Capture> captures() {
        List<Capture> captures = new ArrayList<>();
        while (accept('@')) {
            captures.add(capture());
        }
        return List.copyOf(captures);
    }

    private Capture capture() {
        String name = word();
        Capture capture = Capture.named(name);
        if (capture == null) {
            throw error("nothing is known of the capture @" + name);
        }
        return capture;
    }

    private int known(int number, String what) {
        if (number < 0) {
            throw error("the grammar has no such " + what);
        }
        return number;
    }

    private String quoted() {
        if (peek() != '"') {
            throw error("a quotation mark is missing");
        }
        position++;
        StringBuilder quoted = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            if (text.charAt(position) == '\\') {
                position++;
            }
            quoted.append(text.charAt(position++));
        }
        expect('"');
        return quoted.toString();
    }

    private String word() {
        int start = position;
        while (position < text.length() && isWord(text.charAt(position))) {
            position++;
        }
        String word = text.substring(start, position);
        if (word.isEmpty()) {
            throw error("a word is missing");
        }
        skipSpace();
        return word;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '?';
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : 0;
    }

    private boolean accept(char c) {
        if (peek() != c || position >= text.length()) {
            return false;
        }
        position++;
        skipSpace();
        return true;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw error("'" + c + "' is missing");
        }
    }

    private void skipSpace() {
        while (position < text.length()) {
            if (text.charAt(position) == ';') {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(text.charAt(position))) {
                position++;
            } else {
                return;
            }
        }
    }

    private IllegalArgumentException error(String what) {
        long line = 1
                + text.substring(0, Math.min(position, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new IllegalArgumentException(source + ", line " + line + ": " + what + ".");
    }
}
