package io.mnemolite.core.search;

/** Which channels answer a query. */
public enum SearchMode {
    /** Nearest vectors. */
    VECTOR,
    /** Words, ranked by BM25. */
    LEXICAL,
    /** Both, fused by reciprocal rank. */
    HYBRID
}
