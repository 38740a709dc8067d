package io.mnemolite.core.code.text;

import io.mnemolite.core.code.text.TextAnswer.LineMatch;
import io.mnemolite.core.code.text.TextPattern.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The lines of one text on which a pattern's matches begin. */
final class LineMatching {

    /** Characters of a line that are shown at most. */
    static final int LONGEST_LINE = 500;

    private final String text;
    private final List<Integer> starts = new ArrayList<>();

    LineMatching(String text) {
        this.text = text;
        starts.add(0);
        for (int i = text.indexOf('\n'); i >= 0 && i + 1 < text.length(); i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
    }

    /**
     * The first matches, at most {@code limit} of them, one a line.
     *
     * @param counts whether a match that begins at an offset counts
     */
    List<LineMatch> find(TextPattern pattern, int context, int limit, IntPredicate counts) {
        List<LineMatch> matches = new ArrayList<>();
        int from = 0;
        while (matches.size() < limit && from <= text.length()) {
            Span span = pattern.find(text, from);
            if (span == null) {
                break;
            }
            int line = line(span.start());
            int endLine = line(Math.max(span.start(), span.end() - 1));
            // A match of nothing behind the last line is none.
            boolean isWithin = span.start() < text.length();
            if (isWithin && counts.test(span.start())) {
                matches.add(new LineMatch(
                        line + 1,
                        endLine + 1,
                        span.start() - starts.get(line) + 1,
                        shown(line, span.start()),
                        lines(Math.max(0, line - context), line),
                        lines(endLine + 1, Math.min(starts.size(), endLine + 1 + context))));
            }
            from = endLine + 1 < starts.size() ? starts.get(endLine + 1) : text.length() + 1;
        }
        return matches;
    }

    private List<String> lines(int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int line = from; line < to; line++) {
            lines.add(shown(line, starts.get(line)));
        }
        return lines;
    }

    /** The line without its end; of a very long one, what lies around an offset. */
    private String shown(int line, int offset) {
        int start = starts.get(line);
        int end = line + 1 < starts.size() ? starts.get(line + 1) : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        if (end - start <= LONGEST_LINE) {
            return text.substring(start, end);
        }
        int first = Math.max(start, Math.min(offset - LONGEST_LINE / 4, end - LONGEST_LINE));
        int last = first + LONGEST_LINE;
        first += first > start && Character.isLowSurrogate(text.charAt(first)) ? 1 : 0;
        last -= last < end && Character.isLowSurrogate(text.charAt(last)) ? 1 : 0;
        return (first > start ? "…" : "") + text.substring(first, last) + (last < end ? "…" : "");
    }

    /** The line, from 0, that an offset lies in. */
    private int line(int offset) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
