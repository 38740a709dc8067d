package io.mnemolite.parsing.chunk;

import io.mnemolite.parsing.tree.Lines;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where large pieces are split: at the start of lines, by preference where the tree is least deep, that is between
 * statements of the outermost block; within a line only when it alone is too long, and never within a character.
 */
final class Cuts {

    private static final int WITHIN_TOKEN = Integer.MAX_VALUE;

    private final byte[] text;
    private final Lines lines;
    /** How deep the outermost node lies that starts a line, by line. */
    private final int @Nullable [] depths;

    private Cuts(byte[] text, Lines lines, int @Nullable [] depths) {
        this.text = text;
        this.lines = lines;
        this.depths = depths;
    }

    /** Cuts for a text without structure. */
    static Cuts ofText(byte[] text, Lines lines) {
        return new Cuts(text, lines, null);
    }

    static Cuts ofTree(SyntaxTree tree, byte[] text) {
        Lines lines = tree.lines();
        int[] depths = new int[lines.count() + 1];
        Arrays.fill(depths, WITHIN_TOKEN);
        int[] depthOf = new int[tree.size()];
        int line = 1;
        for (int node = 1; node < tree.size(); node++) {
            depthOf[node] = depthOf[tree.parent(node)] + 1;
            int start = tree.startByte(node);
            // Nodes come in order of their start.
            while (line < lines.count() && lines.start(line + 1) <= start) {
                line++;
            }
            if (tree.isNamed(node) && depthOf[node] < depths[line] && isBlank(text, lines.start(line), start)) {
                depths[line] = depthOf[node];
            }
        }
        return new Cuts(text, lines, depths);
    }

    private static boolean isBlank(byte[] text, int start, int end) {
        for (int offset = start; offset < end; offset++) {
            if (!Surroundings.isSpace(text[offset])) {
                return false;
            }
        }
        return true;
    }

    /** The ends of the parts of {@code start … end}; the last is {@code end}. */
    List<Integer> parts(int start, int end) {
        List<Integer> ends = new ArrayList<>();
        int whole = depths == null ? Sizes.FIXED : Sizes.WHOLE;
        int position = start;
        while (end - position > whole) {
            position = depths == null ? fixedCut(position) : cut(position, end);
            ends.add(position);
        }
        if (position < end) {
            ends.add(end);
        }
        return ends;
    }

    private int fixedCut(int position) {
        int most = position + Sizes.FIXED;
        int lineStart = lines.start(lines.lineOf(most));
        return lineStart > position ? lineStart : characterStart(most);
    }

    private int cut(int position, int end) {
        // The last part is not to be much smaller than the others.
        int most = Math.min(position + Sizes.PART_MOST, end - Sizes.PART_LEAST / 2);
        int best = best(position + Sizes.PART_LEAST, most);
        if (best < 0) {
            best = best(position + 1, position + Sizes.WHOLE);
        }
        if (best >= 0) {
            return best;
        }
        int lineStart = lines.start(lines.lineOf(position + Sizes.WHOLE));
        return lineStart > position ? lineStart : characterStart(position + Sizes.WHOLE);
    }

    /** The last start of a line with the least depth in {@code from … most}, or -1. */
    private int best(int from, int most) {
        int[] known = depths;
        if (known == null) {
            return -1;
        }
        int best = -1;
        int least = WITHIN_TOKEN;
        int last = lines.lineOf(most);
        for (int line = lines.lineOf(from); line <= last; line++) {
            int start = lines.start(line);
            if (start >= from && start <= most && known[line] <= least && known[line] != WITHIN_TOKEN) {
                best = start;
                least = known[line];
            }
        }
        return best;
    }

    private int characterStart(int offset) {
        int start = offset;
        while ((text[start] & 0xC0) == 0x80) {
            start--;
        }
        return start;
    }
}
