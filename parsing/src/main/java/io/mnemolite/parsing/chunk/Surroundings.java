package io.mnemolite.parsing.chunk;

import io.mnemolite.parsing.outline.Outline;
import io.mnemolite.parsing.outline.Places;
import io.mnemolite.parsing.tree.SyntaxTree;

/** What stands around a definition and belongs to it: comments and decorators before it, the rest of its last line. */
final class Surroundings {

    private static final int LONGEST = 10_000;

    private final SyntaxTree tree;
    private final Places comments;
    private final Places decorators;

    Surroundings(Outline outline) {
        this.tree = outline.tree();
        this.comments = outline.comments();
        this.decorators = outline.decorators();
    }

    /** Where the chunk of {@code node} starts: at a line's start where it can, never before {@code least}. */
    int start(int node, int least) {
        int start = lineStart(Math.max(tree.startByte(node), least), least);
        while (true) {
            int before = commentOrDecoratorBefore(start, least);
            if (before < 0) {
                return start;
            }
            start = lineStart(before, least);
        }
    }

    /**
     * The comments that stand in {@code start … end}, one after the other; those alone that are marked as documentation
     * when any is.
     */
    String comments(int start, int end) {
        StringBuilder all = new StringBuilder();
        StringBuilder marked = new StringBuilder();
        int last = comments.before(end);
        for (int i = comments.before(start); i < last && all.length() < LONGEST; i++) {
            int node = comments.node(i);
            int stop = tree.characterStart(Math.min(tree.endByte(node), tree.startByte(node) + LONGEST));
            String text = tree.text(tree.startByte(node), stop).stripTrailing();
            all.append(text).append('\n');
            if (text.startsWith("/**") || text.startsWith("///") || text.startsWith("/*!") || text.startsWith("//!")) {
                marked.append(text).append('\n');
            }
        }
        return marked.isEmpty() ? all.toString() : marked.toString();
    }

    /** The text of {@code start … end} without comments, cut after about {@code most} characters. */
    String withoutComments(int start, int end, int most) {
        StringBuilder text = new StringBuilder();
        int position = start;
        for (int i = comments.before(start); i < comments.size() && text.length() < most; i++) {
            int from = tree.startByte(comments.node(i));
            if (from >= end) {
                break;
            }
            append(text, position, from, most);
            position = Math.max(position, tree.endByte(comments.node(i)));
        }
        append(text, position, end, most);
        return text.toString();
    }

    private void append(StringBuilder text, int start, int end, int most) {
        if (start < end) {
            // Cut before it is decoded: the head of a definition may be as long as a file.
            text.append(tree.text(start, tree.characterStart(Math.min(end, start + 4 * most))));
        }
    }

    private int commentOrDecoratorBefore(int start, int least) {
        int comment = endingBefore(comments, start);
        if (comment >= 0 && isDirectlyBefore(comments, comment, start, least)) {
            return tree.startByte(comments.node(comment));
        }
        int decorator = endingBefore(decorators, start);
        if (decorator >= 0 && isDirectlyBefore(decorators, decorator, start, least)) {
            return tree.startByte(decorators.node(decorator));
        }
        return -1;
    }

    private int endingBefore(Places places, int offset) {
        return places.before(offset) - 1;
    }

    /** Between it and {@code start} is no blank line, and it does not end a line of code. */
    private boolean isDirectlyBefore(Places places, int i, int start, int least) {
        int node = places.node(i);
        int from = tree.startByte(node);
        int end = tree.endByte(node);
        if (from < least || end > start || !isBlankBefore(from, least)) {
            return false;
        }
        int lineFeeds = end > from && tree.byteAt(end - 1) == '\n' ? 1 : 0;
        for (int offset = end; offset < start; offset++) {
            byte b = tree.byteAt(offset);
            if (b == '\n') {
                lineFeeds++;
            }
            if (lineFeeds > 1 || !isSpace(b)) {
                return false;
            }
        }
        return true;
    }

    private boolean isBlankBefore(int offset, int least) {
        return offset == least || lineStart(offset, least) < offset || isLineStart(offset);
    }

    private boolean isLineStart(int offset) {
        return offset == 0 || tree.byteAt(offset - 1) == '\n';
    }

    /** The start of the line if nothing but space is between it and {@code offset}, else {@code offset}. */
    private int lineStart(int offset, int least) {
        int start = offset;
        while (start > least && isSpace(tree.byteAt(start - 1)) && tree.byteAt(start - 1) != '\n') {
            start--;
        }
        return isLineStart(start) || start == least ? start : offset;
    }

    /** Where the chunk of {@code node} ends: after the line if only punctuation or a comment follows on it. */
    int end(int node, int most) {
        int end = Math.min(tree.endByte(node), most);
        if (end > 0 && end > tree.startByte(node) && tree.byteAt(end - 1) == '\n') {
            return end;
        }
        int offset = end;
        while (offset < most) {
            byte b = tree.byteAt(offset);
            if (b == '\n') {
                return offset + 1;
            }
            if (isSpace(b) || b == ';' || b == ',') {
                offset++;
                continue;
            }
            int comment = comments.before(offset);
            if (comment == comments.size() || tree.startByte(comments.node(comment)) != offset) {
                return end;
            }
            int next = Math.max(offset + 1, tree.endByte(comments.node(comment)));
            if (tree.byteAt(next - 1) == '\n') {
                return Math.min(next, most);
            }
            if (tree.lines().lineOf(next - 1) != tree.lines().lineOf(offset)) {
                return end;
            }
            offset = next;
        }
        return most;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == '\f';
    }
}
