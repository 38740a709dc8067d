package io.mnemolite.core.search;

/** How a stated total relates to the true one. */
public enum TotalRelation {
    /** Exactly that many match. */
    EQUAL,
    /** At least that many match. */
    AT_LEAST
}
