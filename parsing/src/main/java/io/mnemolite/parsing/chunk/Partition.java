package io.mnemolite.parsing.chunk;

import io.mnemolite.core.code.ChunkType;
import io.mnemolite.parsing.outline.Places;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Makes pieces of units: what stands between inner units belongs to the outer one, unless it says nothing by itself. */
final class Partition {

    private enum Content {
        /** Space and what closes a definition: it belongs to what precedes. */
        CLOSING,
        /** Comments alone: they belong to what follows. */
        COMMENTS,
        CODE
    }

    private final SyntaxTree tree;
    private final Places comments;
    private final List<Piece> pieces = new ArrayList<>();
    /** Where a stretch of comments starts that belongs to what follows; -1 for none. */
    private int heldFrom = -1;

    private Partition(SyntaxTree tree, Places comments) {
        this.tree = tree;
        this.comments = comments;
    }

    /** The pieces in order; joined they are the file. */
    static List<Piece> of(Unit file, SyntaxTree tree, Places comments) {
        Partition partition = new Partition(tree, comments);
        partition.add(file);
        partition.flush(file);
        return partition.pieces;
    }

    private void add(Unit unit) {
        if (unit.inner().isEmpty() && unit.definition() != null) {
            append(unit, unit.start(), unit.end());
            return;
        }
        int position = unit.start();
        for (Unit inner : unit.inner()) {
            addBetween(unit, position, inner.start());
            add(inner);
            position = inner.end();
        }
        addBetween(unit, position, unit.end());
    }

    private void addBetween(Unit unit, int start, int end) {
        if (start == end) {
            return;
        }
        switch (content(start, end)) {
            case CODE -> append(unit, start, end);
            case COMMENTS -> heldFrom = heldFrom < 0 ? start : heldFrom;
            case CLOSING -> {
                if (heldFrom < 0 && !pieces.isEmpty()) {
                    Piece last = pieces.removeLast();
                    pieces.add(new Piece(last.unit(), last.start(), end));
                } else {
                    heldFrom = heldFrom < 0 ? start : heldFrom;
                }
            }
        }
    }

    private void append(Unit unit, int start, int end) {
        int from = heldFrom < 0 ? start : heldFrom;
        heldFrom = -1;
        boolean continues = !pieces.isEmpty()
                && unit.type() == ChunkType.MODULE
                && pieces.getLast().unit().type() == ChunkType.MODULE;
        if (continues) {
            Piece last = pieces.removeLast();
            pieces.add(new Piece(last.unit(), last.start(), end));
        } else {
            pieces.add(new Piece(unit, from, end));
        }
    }

    /** What is still held belongs to the last piece; a file of comments alone is one piece. */
    private void flush(Unit file) {
        if (heldFrom < 0) {
            return;
        }
        if (pieces.isEmpty()) {
            pieces.add(new Piece(file, heldFrom, file.end()));
        } else {
            Piece last = pieces.removeLast();
            pieces.add(new Piece(last.unit(), last.start(), file.end()));
        }
    }

    private Content content(int start, int end) {
        boolean closes = false;
        boolean hasComments = false;
        int offset = start;
        int comment = comments.before(start);
        while (offset < end) {
            if (comment < comments.size() && tree.startByte(comments.node(comment)) <= offset) {
                int after = tree.endByte(comments.node(comment++));
                if (after > offset) {
                    hasComments = true;
                    offset = after;
                }
                continue;
            }
            byte b = tree.byteAt(offset);
            if (Surroundings.isSpace(b)) {
                offset++;
                continue;
            }
            int directive = afterDirective(offset, end);
            if (directive > offset) {
                closes = true;
                offset = directive;
                continue;
            }
            boolean isEnd = isEndWord(offset, end);
            if (!isEnd && b != '}' && b != ')' && b != ']' && b != ';' && b != ',') {
                return Content.CODE;
            }
            closes = true;
            offset += isEnd ? 3 : 1;
        }
        return hasComments && !closes ? Content.COMMENTS : Content.CLOSING;
    }

    /** The end of a line {@code #endif}, {@code #else} or {@code #elif}, else {@code offset}. */
    private int afterDirective(int offset, int end) {
        boolean isDirective = offset + 2 < end
                && tree.byteAt(offset) == '#'
                && tree.byteAt(offset + 1) == 'e'
                && (tree.byteAt(offset + 2) == 'n' || tree.byteAt(offset + 2) == 'l');
        return isDirective ? Math.min(end, tree.lines().start(tree.lines().lineOf(offset) + 1)) : offset;
    }

    private boolean isEndWord(int offset, int end) {
        return offset + 3 <= end
                && tree.byteAt(offset) == 'e'
                && tree.byteAt(offset + 1) == 'n'
                && tree.byteAt(offset + 2) == 'd'
                && (offset + 3 == end || Surroundings.isSpace(tree.byteAt(offset + 3)));
    }
}
