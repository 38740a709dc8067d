package io.mnemolite.parsing.tree;

import java.util.Arrays;

/** Collects the nodes of a tree in preorder, in arrays that grow. */
final class TreeRecorder {

    static final int NO_PARENT = -1;

    private final Grammar grammar;
    private final int sourceLength;
    private short[] kinds;
    private short[] fields;
    private int[] starts;
    private int[] ends;
    private int[] parents;
    private int[] subtreeEnds;
    private int size;
    private int current = NO_PARENT;

    TreeRecorder(Grammar grammar, int sourceLength) {
        this.grammar = grammar;
        this.sourceLength = sourceLength;
        int expected = 16 + sourceLength / 4;
        kinds = new short[expected];
        fields = new short[expected];
        starts = new int[expected];
        ends = new int[expected];
        parents = new int[expected];
        subtreeEnds = new int[expected];
    }

    void open(int symbol, int field, int start, int end, boolean missing) {
        if (size == starts.length) {
            grow();
        }
        kinds[size] = (short) grammar.kindOfSymbol(symbol);
        fields[size] = (short) (missing ? field | SyntaxTree.MISSING : field);
        // The line feed that was added for the grammar is no part of the source.
        starts[size] = Math.min(start, sourceLength);
        ends[size] = Math.min(end, sourceLength);
        parents[size] = current;
        current = size;
        size++;
    }

    void close() {
        subtreeEnds[current] = size;
        current = parents[current];
    }

    SyntaxTree tree(byte[] source) {
        return new SyntaxTree(
                grammar,
                source,
                Arrays.copyOf(kinds, size),
                Arrays.copyOf(fields, size),
                Arrays.copyOf(starts, size),
                Arrays.copyOf(ends, size),
                Arrays.copyOf(parents, size),
                Arrays.copyOf(subtreeEnds, size));
    }

    private void grow() {
        int capacity = size + (size >> 1) + 16;
        kinds = Arrays.copyOf(kinds, capacity);
        fields = Arrays.copyOf(fields, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        parents = Arrays.copyOf(parents, capacity);
        subtreeEnds = Arrays.copyOf(subtreeEnds, capacity);
    }
}
