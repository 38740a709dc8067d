package io.mnemolite.lucene.disk;

import java.util.List;

/**
 * When an index at rest is merged into one segment. Each segment has a graph of its own to search, so ten of them make a
 * search for vectors five times slower than one; but building the graph anew takes as long as indexing did.
 */
final class Consolidation {

    /** The share of the largest segment that the others must have: nothing is merged more than about six times in all. */
    private static final int SHARE = 5;

    private Consolidation() {}

    /** @param sizes documents of each segment */
    static boolean isDue(List<Integer> sizes) {
        long all = sizes.stream().mapToLong(Integer::longValue).sum();
        long largest = sizes.stream().mapToLong(Integer::longValue).max().orElse(0);
        return sizes.size() > 1 && (all - largest) * SHARE >= largest;
    }
}
