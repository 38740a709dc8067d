package io.mnemolite.core.event;

/** What became of one imported event. */
public sealed interface ImportOutcome {

    ImportOutcome STORED = new Stored();
    ImportOutcome EQUAL_EXISTS = new EqualExists();
    ImportOutcome DIFFERENT_EXISTS = new DifferentExists();

    /** Stored now. */
    record Stored() implements ImportOutcome {}

    /** An equal event is stored already. */
    record EqualExists() implements ImportOutcome {}

    /** Another event with this id is stored; nothing changed. */
    record DifferentExists() implements ImportOutcome {}

    /** Not stored, because of what it holds; a store never says so. The sentence says why and what to do. */
    record Refused(String sentence) implements ImportOutcome {}
}
