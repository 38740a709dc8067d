package io.mnemolite.core.graph;

/**
 * A node and how far it is from where the search began.
 *
 * @param depth the least number of edges in between; 0 for the start, and where there was no search
 */
public record ReachedNode(GraphNode node, int depth) {}
