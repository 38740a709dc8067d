package io.mnemolite.core.code.resolution.edge;

import java.util.List;

/** What the resolution of one file found. */
public final class Resolution {

    private final List<Edge> edges;
    private final List<UnresolvedSite> unresolved;
    private final long[] keys;

    /**
     * @param edges in a fixed order
     * @param unresolved in the order of their places
     * @param keys of the questions that it asked about the repository, ascending, those included that had no answer
     */
    public Resolution(List<Edge> edges, List<UnresolvedSite> unresolved, long[] keys) {
        this.edges = List.copyOf(edges);
        this.unresolved = List.copyOf(unresolved);
        this.keys = keys.clone();
    }

    public List<Edge> edges() {
        return edges;
    }

    public List<UnresolvedSite> unresolved() {
        return unresolved;
    }

    /** To be kept with the file, for {@code RepositoryModel.asked}. */
    public long[] keys() {
        return keys.clone();
    }

    /** How many call sites got an edge. */
    public long resolvedSites() {
        return edges.stream()
                .filter(edge -> edge.kind() == Edge.Kind.CALLS || edge.kind() == Edge.Kind.REFERENCES)
                .count();
    }

    /** How many call sites got none although their target may be in the repository. */
    public long unresolvedInside() {
        return unresolved.stream().filter(UnresolvedSite::mayLeadInside).count();
    }

    /** Resolved of all call sites that are not external, in percent; 100 when there are none. */
    public static double accuracy(long resolvedSites, long unresolvedInside) {
        long all = resolvedSites + unresolvedInside;
        return all == 0 ? 100 : 100.0 * resolvedSites / all;
    }
}
