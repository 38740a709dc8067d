package io.mnemolite.core.graph;

import java.util.UUID;

/** What became of the creation of a node or an edge. */
public sealed interface Creation<T> {

    /** Stored now; as it stands. */
    record Created<T>(T stored) implements Creation<T> {}

    /** Stored by an earlier request of the same idempotency key, under this id. */
    record Repeated<T>(UUID id) implements Creation<T> {}

    /** The idempotency key was used with another body; nothing stored. */
    record KeyReused<T>() implements Creation<T> {}

    /** Nothing stored: the id is taken, or an end of the edge does not exist. */
    record Refused<T>() implements Creation<T> {}
}
