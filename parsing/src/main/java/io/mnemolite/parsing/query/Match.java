package io.mnemolite.parsing.query;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import java.util.Arrays;

/** The nodes that a pattern captured. Used again for the next match: what is to be kept of it has to be copied. */
public final class Match {

    private Capture[] captures = new Capture[16];
    private int[] nodes = new int[16];
    private int size;

    public int size() {
        return size;
    }

    public Capture capture(int i) {
        return captures[i];
    }

    public int node(int i) {
        return nodes[i];
    }

    /** The first node captured so, or {@link io.mnemolite.parsing.tree.SyntaxTree#NONE}. */
    public int first(Capture capture) {
        for (int i = 0; i < size; i++) {
            if (captures[i] == capture) {
                return nodes[i];
            }
        }
        return NONE;
    }

    /** All nodes captured so, in the order of the pattern. */
    public int[] all(Capture capture) {
        int[] found = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (captures[i] == capture) {
                found[count++] = nodes[i];
            }
        }
        return Arrays.copyOf(found, count);
    }

    void add(Capture capture, int node) {
        if (size == nodes.length) {
            captures = Arrays.copyOf(captures, 2 * size);
            nodes = Arrays.copyOf(nodes, 2 * size);
        }
        captures[size] = capture;
        nodes[size++] = node;
    }

    void truncate(int newSize) {
        size = newSize;
    }
}
