package io.mnemolite.core.event;

/** What became of a change to one event. */
public sealed interface UpdateOutcome {

    /** The change is durable; this is the event after it. */
    record Updated(Event event) implements UpdateOutcome {}

    /** There is no such event; nothing changed. */
    record NotFound() implements UpdateOutcome {}

    /** The event's revision is {@code current}, not the one the caller named; nothing changed. */
    record RevisionMismatch(long current) implements UpdateOutcome {}
}
