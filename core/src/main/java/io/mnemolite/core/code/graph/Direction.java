package io.mnemolite.core.code.graph;

/** Which way edges are followed. */
public enum Direction {
    /** From source to target: what a symbol calls. */
    OUTBOUND,
    /** From target to source: what calls a symbol. */
    INBOUND,
    BOTH
}
