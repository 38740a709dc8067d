package io.mnemolite.core.event;

/** What became of one imported event. */
public enum ImportOutcome {
    /** Stored now. */
    STORED,
    /** An equal event is stored already. */
    EQUAL_EXISTS,
    /** Another event with this id is stored; nothing changed. */
    DIFFERENT_EXISTS
}
