package io.mnemolite.core.graph;

import java.util.List;

/**
 * How large the memory graph is, and which words it uses.
 *
 * @param nodes how many there are
 * @param edges how many there are
 * @param types the most frequent types of nodes
 * @param relations the most frequent relations of edges
 */
public record GraphCensus(long nodes, long edges, List<Tally> types, List<Tally> relations) {

    public GraphCensus {
        types = List.copyOf(types);
        relations = List.copyOf(relations);
    }

    /** A word and how many nodes or edges bear it. */
    public record Tally(String name, long count) {}
}
