package io.mnemolite.core.code.graph;

/**
 * An edge and where it was found.
 *
 * @param path of the file in which its lines are
 */
public record PlacedEdge(CodeEdge edge, String path) {}
