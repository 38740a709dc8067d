package io.mnemolite.e2e.packaging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names in a PromQL expression. It knows the language's shape (strings, ranges, label matchers, groupings), not its
 * types: that an expression makes sense is Prometheus's to say.
 *
 * @param matchers metric → label → the text it is compared with; of a metric named twice, all labels
 * @param groupings labels by which is grouped or joined
 * @param functions functions and aggregations that are called
 */
record MetricExpression(Map<String, Map<String, String>> matchers, Set<String> groupings, Set<String> functions) {

    private static final Set<String> GROUPINGS = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    static MetricExpression parse(String text) {
        return new Reader(text).read();
    }

    private static final class Reader {

        private final String text;
        private final Map<String, Map<String, String>> matchers = new TreeMap<>();
        private final Set<String> groupings = new TreeSet<>();
        private final Set<String> functions = new TreeSet<>();
        private final Deque<Character> open = new ArrayDeque<>();
        private int at;

        Reader(String text) {
            this.text = text;
        }

        MetricExpression read() {
            while (at < text.length()) {
                char next = text.charAt(at);
                if (next == '"' || next == '\'' || next == '`') {
                    string();
                } else if (next == '[') {
                    at = until("]") + 1;
                } else if (next == '(') {
                    open.push(next);
                    at++;
                } else if (next == ')') {
                    if (open.isEmpty()) {
                        throw wrong("closes what was not opened");
                    }
                    open.pop();
                    at++;
                } else if (Character.isDigit(next)) {
                    word();
                } else if (isNamePart(next)) {
                    name(word());
                } else if (Character.isWhitespace(next) || "+-*/%^=!<>,".indexOf(next) >= 0) {
                    at++;
                } else {
                    throw wrong("has no place here");
                }
            }
            if (!open.isEmpty()) {
                throw wrong("is missing a parenthesis");
            }
            return new MetricExpression(matchers, groupings, functions);
        }

        private void name(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            spaces();
            if (GROUPINGS.contains(lower)) {
                if (peek() == '(') {
                    groupings.addAll(List.of(text.substring(at + 1, until(")"))
                            .replaceAll("\\s", "")
                            .split(",")));
                    at = until(")") + 1;
                }
            } else if (peek() == '(' || isAggregation()) {
                functions.add(lower);
            } else if (!OPERATORS.contains(lower)) {
                Map<String, String> labels = matchers.computeIfAbsent(name, metric -> new TreeMap<>());
                if (peek() == '{') {
                    at++;
                    labels(labels);
                }
            }
        }

        /** As in {@code sum by (le) (…)}: the grouping stands between the name and what is aggregated. */
        private boolean isAggregation() {
            int start = at;
            String next = at < text.length() && isNamePart(text.charAt(at)) ? word() : "";
            at = start;
            return next.equals("by") || next.equals("without");
        }

        private void labels(Map<String, String> labels) {
            spaces();
            while (peek() != '}') {
                String label = word();
                while ("=!~ ".indexOf(peek()) >= 0) {
                    at++;
                }
                labels.put(label, string());
                spaces();
                if (peek() == ',') {
                    at++;
                    spaces();
                }
            }
            at++;
        }

        private String string() {
            char quote = peek();
            if (quote != '"' && quote != '\'' && quote != '`') {
                throw wrong("should be a text");
            }
            int start = ++at;
            while (at < text.length() && peek() != quote) {
                at += peek() == '\\' && quote != '`' ? 2 : 1;
            }
            if (at >= text.length()) {
                throw wrong("ends within a text");
            }
            return text.substring(start, at++);
        }

        private String word() {
            int start = at;
            while (at < text.length() && (isNamePart(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            if (at == start) {
                throw wrong("should be a name");
            }
            return text.substring(start, at);
        }

        private void spaces() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        /** The next character, or one that stands in no expression at its end. */
        private char peek() {
            return at < text.length() ? text.charAt(at) : '\0';
        }

        private int until(String end) {
            int found = text.indexOf(end, at);
            if (found < 0) {
                throw wrong("ends before " + end);
            }
            return found;
        }

        private static boolean isNamePart(char letter) {
            return letter == '_' || letter == ':' || (letter < 128 && Character.isLetterOrDigit(letter));
        }

        private IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException("At " + at + " of '" + text + "': what stands there " + what);
        }
    }
}
