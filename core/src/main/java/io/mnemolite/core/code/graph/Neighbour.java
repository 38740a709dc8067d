package io.mnemolite.core.code.graph;

/**
 * A symbol next to another one.
 *
 * @param edge what joins them; its lines are in the file of {@code path}
 * @param path of the file in which the edge was found
 * @param mayDispatch whether the call names a method that the other one overrides, or is overridden by
 */
public record Neighbour(PlacedSymbol symbol, CodeEdge edge, String path, boolean mayDispatch) {}
