package io.mnemolite.core.secret;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds all occurrences of many keywords in one pass over a text, ASCII letters compared without regard to case (Aho and
 * Corasick, "Efficient string matching", 1975). No keyword contains another, so occurrences come in the order of their
 * beginnings, one at a place.
 */
final class KeywordAutomaton {

    private static final int ASCII = 128;
    private static final int ROOT = 0;
    private static final int NONE = -1;

    private final int[] lengths;
    private final byte[] classes = new byte[ASCII];
    private final int width;
    private final int[] next;
    private final int[] found;

    /** @param keywords in lower-case ASCII */
    KeywordAutomaton(List<String> keywords) {
        this.lengths = keywords.stream().mapToInt(String::length).toArray();
        this.width = classify(keywords);
        int states = 1 + Arrays.stream(lengths).sum();
        this.next = new int[states * width];
        this.found = new int[states];
        Arrays.fill(next, NONE);
        Arrays.fill(found, NONE);
        addAll(keywords);
        link(states);
        pack();
    }

    /** Gives each character of the keywords a class of its own; all others are of class 0. */
    private int classify(List<String> keywords) {
        byte count = 1;
        for (String keyword : keywords) {
            for (int i = 0; i < keyword.length(); i++) {
                char c = keyword.charAt(i);
                if (classes[c] == 0) {
                    classes[c] = count;
                    classes[Character.toUpperCase(c)] = count;
                    count++;
                }
            }
        }
        return count;
    }

    private void addAll(List<String> keywords) {
        int states = 1;
        for (int number = 0; number < keywords.size(); number++) {
            int state = ROOT;
            String keyword = keywords.get(number);
            for (int i = 0; i < keyword.length(); i++) {
                int edge = state * width + classes[keyword.charAt(i)];
                if (next[edge] == NONE) {
                    next[edge] = states++;
                }
                state = next[edge];
            }
            found[state] = number;
        }
    }

    /** Fills in where a state goes with a character that its keyword does not go on with. */
    private void link(int states) {
        int[] fallback = new int[states];
        Deque<Integer> breadthFirst = new ArrayDeque<>(List.of(ROOT));
        while (!breadthFirst.isEmpty()) {
            int state = breadthFirst.remove();
            for (int of = 0; of < width; of++) {
                int edge = state * width + of;
                int otherwise = state == ROOT ? ROOT : next[fallback[state] * width + of];
                if (next[edge] == NONE) {
                    next[edge] = otherwise;
                } else {
                    fallback[next[edge]] = otherwise;
                    breadthFirst.add(next[edge]);
                }
            }
        }
    }

    /** One look at a table for each character of a text: states stand as places of rows, those that end a keyword negated. */
    private void pack() {
        for (int edge = 0; edge < next.length; edge++) {
            int state = next[edge];
            if (state != NONE) {
                next[edge] = found[state] == NONE ? state * width : ~(state * width);
            }
        }
    }

    Occurrences in(CharSequence text) {
        return new Occurrences(text);
    }

    /** The occurrences in one text, from the first to the last. */
    final class Occurrences {

        private final CharSequence text;
        private int position;
        private int state = ROOT;
        private int keyword = NONE;

        private Occurrences(CharSequence text) {
            this.text = text;
        }

        /** Whether there is another one, which then is the current one. */
        boolean next() {
            int length = text.length();
            int row = state;
            for (int i = position; i < length; i++) {
                char c = text.charAt(i);
                row = next[row + (c < ASCII ? classes[c] : 0)];
                if (row < 0) {
                    state = ~row;
                    keyword = found[state / width];
                    position = i + 1;
                    return true;
                }
            }
            position = length;
            return false;
        }

        /** The number of the keyword. */
        int keyword() {
            return keyword;
        }

        /** Where it begins. */
        int start() {
            return position - lengths[keyword];
        }
    }
}
