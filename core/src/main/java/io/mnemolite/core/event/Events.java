package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a caller can do with events. When a write returns, it is durable, and the very next read and search on this node
 * see it. Failures are {@link MnemoliteException}.
 */
public interface Events {

    /** Embeds, if asked, and stores one event; with a key, once. */
    Event create(NewEvent event, @Nullable IdempotencyKey key);

    /**
     * Stores all events or none, in the order given; with a key, once. Embeds for a bounded time; what is left is stored
     * without a vector and filled in later, unless the failure strategy is hard.
     */
    List<Event> createAll(List<NewEvent> events, @Nullable IdempotencyKey key);

    Optional<Event> find(EventId id);

    /** See {@link EventStore#mergeMetadata}. */
    UpdateOutcome mergeMetadata(EventId id, ObjectNode patch, OptionalLong ifRevision);

    /** Replaces content and metadata; the text is embedded anew when it changed, a client's vector stays. */
    UpdateOutcome replace(EventId id, ObjectNode content, ObjectNode metadata, OptionalLong ifRevision);

    /** Whether the event existed and is now gone. */
    boolean delete(EventId id);

    /**
     * Deletes every matching event, or only counts them.
     *
     * @throws MnemoliteException with {@link ErrorCode#INVALID_VALUE} when the filter excludes nothing
     */
    Deletion deleteMatching(EventFilter filter, boolean dryRun);

    /** Matching events newest first, from just after the cursor. */
    EventPage list(EventFilter filter, @Nullable EventCursor after, int limit);

    /** All events in id order, a page at a time: those after {@code after}. */
    List<Event> scan(@Nullable EventId after, int limit);

    /** Stores exported events with their ids, timestamps and vectors; one outcome each, in order. */
    List<ImportOutcome> importAll(List<EventDraft> events);

    /** Clears every vector made by a model, so that each is made anew; vectors of clients stay. How many were cleared. */
    long clearModelVectors();

    /** Stores awaited vectors all at once, see {@link EventStore#fillVectors}; the ids of the events changed. */
    List<EventId> fillVectors(List<MadeVector> vectors);
}
