package io.mnemolite.core.indexing;

import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.event.AwaitedVectors;
import io.mnemolite.core.event.EmbeddingPolicy;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.StoredEvents;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Makes every vector of a model anew, in a store without a running server; vectors of clients stay. No index hears of it:
 * the next start reads the changes, or rebuilds the index of another space.
 */
public final class VectorRenewal {

    private final EventStore store;
    private final EmbeddingSpace space;
    private final AwaitedVectors awaited;
    private final StoredEvents events;

    public VectorRenewal(EventStore store, Embedder embedder, EmbeddingPolicy policy) {
        this.store = store;
        this.space = embedder.space();
        this.awaited = new AwaitedVectors(store, embedder, policy.source());
        this.events = new StoredEvents(store, embedder, policy, ids -> {}, Clock.systemUTC());
    }

    /** Clears the vectors made by models and makes the embedder's space the store's; how many vectors are awaited now. */
    public long clear() {
        if (store.space().equals(Optional.of(space))) {
            events.clearModelVectors();
        } else {
            store.adoptSpace(space);
        }
        return store.countAwaitingVector();
    }

    /** Makes the awaited vectors, see {@link VectorBackfill#fill}. */
    public long fill(LongConsumer progress) {
        try (VectorBackfill backfill = VectorBackfill.ofEvents(awaited, events)) {
            return backfill.fill(progress);
        }
    }
}
