package io.mnemolite.core.code.graph;

/**
 * Whether an answer can miss something.
 *
 * @param isExact false when there may be more than the answer shows
 * @param unresolved call sites without an edge that might belong to the answer
 * @param isStale whether files changed since the edges were made
 * @param isCut whether the answer was cut at its limit
 */
public record Completeness(boolean isExact, long unresolved, boolean isStale, boolean isCut) {

    static Completeness of(long unresolved, boolean isStale, boolean isCut) {
        return new Completeness(unresolved == 0 && !isStale && !isCut, unresolved, isStale, isCut);
    }
}
