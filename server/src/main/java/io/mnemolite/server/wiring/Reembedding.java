package io.mnemolite.server.wiring;

import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.indexing.VectorBackfill;
import io.mnemolite.core.indexing.VectorRenewal;
import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.home.Home;

/** {@code mnemolite reembed} without a running server: makes every vector of a model anew with the configured one. */
public final class Reembedding {

    private static final int EVENTS_PER_LINE = 1_024;

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
        VectorRenewal renewal = new VectorRenewal(store, embedder, Embedders.policy(configuration));
        long total = renewal.clear();
        System.err.println("Making " + total + " vectors with " + embedder.space() + ".");
        long made = renewal.fill(settled -> {
            if (settled % EVENTS_PER_LINE < VectorBackfill.EVENTS_AT_ONCE || settled == total) {
                System.err.println(settled + " of " + total);
            }
        });
        System.out.println(
                "Made " + made + " vectors with " + embedder.space() + ". Start the server with 'mnemolite serve'.");
    }
}
