package io.mnemolite.lucene.pattern;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large the program of a regular expression becomes at most, told from its text: repetitions are written out, so that a few
 * characters with repetitions in repetitions would fill the memory while they are compiled.
 */
final class ExpressionSize {

    private static final long HUGE = Integer.MAX_VALUE;

    private final String expression;
    private final Deque<long[]> groups = new ArrayDeque<>();

    /** Of what was read in the innermost group. */
    private long sum;

    /** Of the last thing read, to which a repetition belongs. */
    private long last;

    private int at;

    private ExpressionSize(String expression) {
        this.expression = expression;
    }

    /** Instructions; an upper bound that is not far off, at most {@link Integer#MAX_VALUE}. */
    static long of(String expression) {
        return new ExpressionSize(expression).read();
    }

    private long read() {
        while (at < expression.length()) {
            char c = expression.charAt(at++);
            switch (c) {
                case '(' -> {
                    groups.push(new long[] {sum + last});
                    sum = 0;
                    last = 0;
                }
                case ')' -> {
                    long inner = sum + last + 2;
                    sum = groups.isEmpty() ? sum + last : groups.pop()[0];
                    last = inner;
                }
                case '{' -> repeat();
                case '\\' -> {
                    next(1);
                    at++;
                }
                case '[' -> {
                    next(1);
                    skipClass();
                }
                case '*', '+', '?' -> last++;
                default -> next(1);
            }
            sum = Math.min(sum, HUGE);
            last = Math.min(last, HUGE);
        }
        long total = sum + last;
        for (long[] group : groups) {
            total += group[0];
        }
        return Math.min(total, HUGE);
    }

    private void next(long size) {
        sum += last;
        last = size;
    }

    /** What is no repetition is a brace. */
    private void repeat() {
        int end = expression.indexOf('}', at);
        long most = end < 0 ? -1 : most(expression.substring(at, end));
        if (most < 0) {
            next(1);
            return;
        }
        last = Math.max(1, last + 1) * Math.max(1, most);
        at = end + 1;
    }

    private static long most(String bounds) {
        long most = -1;
        for (String bound : bounds.split(",", -1)) {
            if (bound.length() > 9 || !bound.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return -1;
            }
            most = bound.isEmpty() ? most : Math.max(most, Long.parseLong(bound));
        }
        return most;
    }

    private void skipClass() {
        at += expression.startsWith("^", at) ? 1 : 0;
        at += expression.startsWith("]", at) ? 1 : 0;
        while (at < expression.length()) {
            char c = expression.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == ']') {
                return;
            }
        }
    }
}
