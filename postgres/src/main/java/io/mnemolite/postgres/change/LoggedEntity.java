package io.mnemolite.postgres.change;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.event.EventId;
import java.util.UUID;
import java.util.function.Function;

/**
 * A kind of entity in the change log.
 *
 * @param number the value of the log's column {@code entity}
 * @param id the identity of an entity by the value in the log
 */
public record LoggedEntity<I>(int number, Function<UUID, I> id) {

    public static final LoggedEntity<EventId> EVENTS = new LoggedEntity<>(1, EventId::new);
    public static final LoggedEntity<CodeFileId> CODE_FILES = new LoggedEntity<>(2, CodeFileId::new);

    /** Nodes and edges of the memory graph. */
    public static final LoggedEntity<UUID> MEMORY_GRAPH = new LoggedEntity<>(3, id -> id);
}
