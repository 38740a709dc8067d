package io.mnemolite.core.code.graph;

import java.util.Arrays;

/**
 * Personalised PageRank by power iteration (Page, Brin, Motwani, Winograd 1999): where somebody is who follows edges at random
 * and starts anew, now and then, at one of the preferred nodes.
 */
final class PageRank {

    private static final double DAMPING = 0.85;
    private static final int MOST_ROUNDS = 50;
    private static final double CLOSE_ENOUGH = 1e-7;

    private PageRank() {}

    /**
     * @param sources and {@code targets} an edge a place, nodes by number
     * @param preference how likely a new start is at each node, in any unit; at least one above 0
     * @return a share for each node; they add up to 1
     */
    static double[] of(int[] sources, int[] targets, double[] preference) {
        int nodes = preference.length;
        double total = Arrays.stream(preference).sum();
        double[] start = Arrays.stream(preference).map(share -> share / total).toArray();
        int[] degree = new int[nodes];
        for (int source : sources) {
            degree[source]++;
        }
        double[] rank = start.clone();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] next = new double[nodes];
            double lost = 0;
            for (int node = 0; node < nodes; node++) {
                lost += degree[node] == 0 ? rank[node] : 0;
            }
            for (int edge = 0; edge < sources.length; edge++) {
                next[targets[edge]] += DAMPING * rank[sources[edge]] / degree[sources[edge]];
            }
            double change = 0;
            for (int node = 0; node < nodes; node++) {
                next[node] += (1 - DAMPING + DAMPING * lost) * start[node];
                change += Math.abs(next[node] - rank[node]);
            }
            rank = next;
            if (change < CLOSE_ENOUGH) {
                break;
            }
        }
        return rank;
    }
}
