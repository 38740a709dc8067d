package io.mnemolite.core.indexing;

/** Whether searches can be answered. */
public sealed interface IndexState {

    /** The index covers the store. */
    record Ready() implements IndexState {}

    /** The index is being filled from the store; {@code total} is what it was when the rebuild began. */
    record Rebuilding(long done, long total) implements IndexState {}

    /** The index failed and a rebuild is due. */
    record Damaged(String reason) implements IndexState {}
}
