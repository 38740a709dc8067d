package io.mnemolite.core.code.graph;

/** An edge and the symbol at its other end, as seen from one of its ends. */
public record AdjacentSymbol(PlacedSymbol symbol, CodeEdge edge) {}
