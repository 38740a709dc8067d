package io.mnemolite.parsing.outline;

import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.Arrays;

/** Nodes in order of their start. */
public final class Places {

    private long[] startsAndNodes = new long[16];
    private int size;
    private boolean sorted = true;

    void add(SyntaxTree tree, int node) {
        if (size == startsAndNodes.length) {
            startsAndNodes = Arrays.copyOf(startsAndNodes, 2 * size);
        }
        long place = ((long) tree.startByte(node) << 32) | node;
        sorted &= size == 0 || startsAndNodes[size - 1] <= place;
        startsAndNodes[size++] = place;
    }

    void sort() {
        if (!sorted) {
            Arrays.sort(startsAndNodes, 0, size);
        }
        sorted = true;
    }

    public int size() {
        return size;
    }

    public int node(int i) {
        return (int) startsAndNodes[i];
    }

    /** How many nodes start before this offset: the first that does not has this number. */
    public int before(int offset) {
        int found = Arrays.binarySearch(startsAndNodes, 0, size, (long) offset << 32);
        return found >= 0 ? found : -found - 1;
    }
}
