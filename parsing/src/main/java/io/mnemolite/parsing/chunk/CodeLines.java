package io.mnemolite.parsing.chunk;

import io.mnemolite.parsing.outline.Places;
import io.mnemolite.parsing.tree.SyntaxTree;

/** Counts the lines that hold more than white space and comments. */
final class CodeLines {

    private final SyntaxTree tree;
    /** How many lines with code there are before a line, by line. */
    private final int[] before;

    CodeLines(SyntaxTree tree, Places comments) {
        this.tree = tree;
        int lines = tree.lines().count();
        before = new int[lines + 2];
        int comment = 0;
        for (int line = 1; line <= lines; line++) {
            int end = tree.lines().start(line + 1);
            boolean hasCode = false;
            int offset = tree.lines().start(line);
            while (offset < end && !hasCode) {
                while (comment < comments.size() && tree.endByte(comments.node(comment)) <= offset) {
                    comment++;
                }
                boolean isInComment = comment < comments.size() && tree.startByte(comments.node(comment)) <= offset;
                if (isInComment) {
                    offset = tree.endByte(comments.node(comment));
                } else if (Surroundings.isSpace(tree.byteAt(offset))) {
                    offset++;
                } else {
                    hasCode = true;
                }
            }
            before[line + 1] = before[line] + (hasCode ? 1 : 0);
        }
    }

    /** The number of lines with code among those that {@code start … end} touches. */
    int within(int start, int end) {
        return start == end
                ? 0
                : before[tree.lines().lineOf(end - 1) + 1] - before[tree.lines().lineOf(start)];
    }
}
