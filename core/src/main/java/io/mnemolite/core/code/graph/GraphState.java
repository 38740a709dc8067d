package io.mnemolite.core.code.graph;

/**
 * How far the graph of a repository, or of all of them, is that of its files.
 *
 * @param isStale whether files changed since the edges were made, or an earlier version made them
 * @param unreadFiles files that were handed in and whose definitions and calls are not known
 */
public record GraphState(boolean isStale, long unreadFiles) {

    /** Of a graph from which nothing is missing. */
    public static final GraphState WHOLE = new GraphState(false, 0);
}
