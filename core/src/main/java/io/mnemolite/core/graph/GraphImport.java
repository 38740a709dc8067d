package io.mnemolite.core.graph;

/**
 * What came of nodes or edges of another store.
 *
 * @param stored those that were new
 * @param refused those that hold a secret, where such are refused
 */
public record GraphImport(int stored, int refused) {}
