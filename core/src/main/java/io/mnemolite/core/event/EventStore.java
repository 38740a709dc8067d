package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The store of record for events.
 *
 * <ul>
 *   <li>A method that changes something returns after the change is durable, and has written one row per changed event
 *       to the change log in the same transaction; a refused change (not found, mismatch, no match) writes none.
 *   <li>Events returned by a write are the rows as stored, so that a later read gives the same.
 *   <li>"Newest first" is timestamp descending, then id ascending.
 *   <li>Blocking; each call honours {@link io.mnemolite.core.deadline.Deadline}.
 *   <li>Failures are {@link MnemoliteException}: {@link ErrorCode#UNAVAILABLE} when the database cannot be reached or no
 *       connection is free in time, {@link ErrorCode#STORAGE_FULL} when its disk is full,
 *       {@link ErrorCode#DEADLINE_EXCEEDED} when a statement was cancelled, {@link ErrorCode#INVALID_VALUE} for a value
 *       the database refuses.
 * </ul>
 */
public interface EventStore {

    /** Stores all drafts or none; the events in the order given. An empty list stores nothing. */
    List<Event> insert(List<EventDraft> drafts);

    /**
     * Stores all drafts or none, once per key: the key, its route, the body's hash and the ids are stored in the same
     * transaction. A concurrent call of the same key waits for the first one's outcome. Keys are kept 24 hours.
     */
    InsertOutcome insert(List<EventDraft> drafts, IdempotencyKey key);

    /**
     * Stores each event, with its id, timestamp, vector and model, unless one with its id exists; equality compares
     * timestamp, content, metadata and vector. One outcome per event, in order. One transaction.
     */
    List<ImportOutcome> insertImported(List<EventDraft> events);

    Optional<Event> find(EventId id);

    /** The events of these ids that exist, in no particular order, each once. */
    List<Event> findAll(Collection<EventId> ids);

    /**
     * Merges the patch's top-level keys into the metadata in one atomic statement: nested objects are replaced whole, a
     * JSON null is stored as such. With {@code ifRevision}, only when the event's revision is that one.
     */
    UpdateOutcome mergeMetadata(EventId id, ObjectNode patch, OptionalLong ifRevision);

    /** Replaces content and metadata. With {@code ifRevision}, only when the event's revision is that one. */
    UpdateOutcome replace(
            EventId id, ObjectNode content, ObjectNode metadata, VectorChange vector, OptionalLong ifRevision);

    /** Whether the event existed and is now gone. */
    boolean delete(EventId id);

    /**
     * Deletes up to {@code limit} matching events in one transaction; the ids deleted. Fewer than {@code limit} means
     * that no match is left.
     */
    List<EventId> deleteMatching(EventFilter filter, int limit);

    /** Those of the ids whose events exist and match the filter. */
    default Set<EventId> matching(Collection<EventId> ids, EventFilter filter) {
        return findAll(ids).stream().filter(filter::matches).map(Event::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Matching events newest first, at most {@code limit}, skipping {@code offset}. */
    List<Event> filter(EventFilter filter, int limit, int offset);

    /** How many events match. */
    long count(EventFilter filter);

    /** Matching events newest first, at most {@code limit}, that come after the cursor (from the newest without one). */
    List<Event> list(EventFilter filter, @Nullable EventCursor after, int limit);

    /** Events in id order, at most {@code limit}, with an id greater than {@code after} (from the start without it). */
    List<Event> scan(@Nullable EventId after, int limit);

    /** Events that await a vector, oldest id first, at most {@code limit}. */
    List<Event> awaitingVector(int limit);

    /** How many events await a vector. */
    long countAwaitingVector();

    /**
     * Sets awaited vectors in one transaction, each only if its event still awaits one and still has the revision it was
     * made from; no vector ends the waiting. At most one per event; an empty list changes nothing. The ids of the events
     * changed, in their order.
     */
    List<EventId> fillVectors(List<MadeVector> vectors);

    /**
     * Clears the vectors made by models of up to {@code limit} events with an id greater than {@code after}, in id order,
     * so that they await new ones; vectors of clients stay. The ids changed; fewer than {@code limit} means that none is
     * left.
     */
    List<EventId> clearModelVectors(@Nullable EventId after, int limit);

    /** The space that the stored vectors of models belong to; empty before the first {@link #adoptSpace}. */
    Optional<EmbeddingSpace> space();

    /**
     * Makes {@code space} the store's space. When it differs from the one recorded, every vector made by a model is
     * cleared and awaits a new one; vectors of clients stay. How many await one because of it.
     */
    long adoptSpace(EmbeddingSpace space);
}
