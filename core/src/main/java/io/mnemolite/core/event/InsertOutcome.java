package io.mnemolite.core.event;

import java.util.List;

/** What became of an insertion under an idempotency key. */
public sealed interface InsertOutcome {

    /** Stored now; the events as they stand, in the order given. */
    record Inserted(List<Event> events) implements InsertOutcome {}

    /** Stored by an earlier request of the same key; the ids in the order that request gave. */
    record Repeated(List<EventId> ids) implements InsertOutcome {}

    /** The key was used with another body; nothing stored. */
    record KeyReused() implements InsertOutcome {}
}
