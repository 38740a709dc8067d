package io.mnemolite.core.code.graph;

import java.util.Map;

/**
 * A repository's graph in numbers.
 *
 * @param nodesByType kinds of symbols on the wire, ascending by name
 * @param edgesByType kinds of edges on the wire, ascending by name
 * @param resolvedSites call sites with an edge
 * @param unresolvedInside call sites without one whose target may be in the repository
 * @param files how many there are
 */
public record GraphFigures(
        Map<String, Long> nodesByType,
        Map<String, Long> edgesByType,
        long resolvedSites,
        long unresolvedInside,
        long files) {

    public long nodes() {
        return nodesByType.values().stream().mapToLong(Long::longValue).sum();
    }

    public long edges() {
        return edgesByType.values().stream().mapToLong(Long::longValue).sum();
    }
}
