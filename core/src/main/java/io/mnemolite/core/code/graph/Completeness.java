package io.mnemolite.core.code.graph;

/**
 * Whether an answer can miss something.
 *
 * @param isExact false when there may be more than the answer shows
 * @param unresolved call sites without an edge that might belong to the answer
 * @param isStale whether files changed since the edges were made
 * @param isCut whether the answer was cut at its limit
 * @param unreadFiles files whose definitions and calls are not known
 */
public record Completeness(boolean isExact, long unresolved, boolean isStale, boolean isCut, long unreadFiles) {

    public static Completeness of(long unresolved, GraphState state, boolean isCut) {
        boolean isExact = unresolved == 0 && !state.isStale() && !isCut && state.unreadFiles() == 0;
        return new Completeness(isExact, unresolved, state.isStale(), isCut, state.unreadFiles());
    }

    /** The same of an answer that may be cut, too. */
    public Completeness cut(boolean alsoCut) {
        return of(unresolved, new GraphState(isStale, unreadFiles), isCut || alsoCut);
    }

    /** The same of an answer to which files that could not be read do not belong. */
    public Completeness ofWhatWasRead() {
        return of(unresolved, new GraphState(isStale, 0), isCut);
    }
}
