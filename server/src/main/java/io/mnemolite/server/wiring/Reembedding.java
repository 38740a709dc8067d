package io.mnemolite.server.wiring;

import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.StoredEvents;
import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.home.Home;
import java.time.Clock;
import java.util.Optional;

/** {@code mnemolite reembed} without a running server: makes every vector of a model anew with the configured one. */
public final class Reembedding {

    private static final int EVENTS_AT_ONCE = 64;

    private Reembedding() {}

    /** Runs to the end, with progress on standard error; vectors of clients stay. */
    public static void run(Configuration configuration, Home home) {
        try (home;
                Foundation foundation = new Foundation(configuration)) {
            foundation.store().migrate();
            reembed(foundation.store().events(), foundation.embedder(), configuration);
        }
    }

    private static void reembed(EventStore store, Embedder embedder, Configuration configuration) {
        EmbeddingSpace space = embedder.space();
        // The index is of another space afterwards, or of older vectors: the next start reads the changes or rebuilds
        // it.
        StoredEvents events =
                new StoredEvents(store, embedder, Embedders.policy(configuration), ids -> {}, Clock.systemUTC());
        Optional<EmbeddingSpace> recorded = store.space();
        if (recorded.isPresent() && recorded.get().equals(space)) {
            events.clearModelVectors();
        } else {
            store.adoptSpace(space);
        }
        long total = store.countAwaitingVector();
        System.err.println("Making " + total + " vectors with " + space + ".");
        long done = 0;
        int settled;
        do {
            settled = events.fillAwaitedVectors(EVENTS_AT_ONCE);
            done += settled;
            if (done % 1_024 < EVENTS_AT_ONCE) {
                System.err.println(done + " of " + total);
            }
        } while (settled > 0);
        System.out.println("Made " + done + " vectors with " + space + ". Start the server with 'mnemolite serve'.");
    }
}
