package io.mnemolite.server.wiring;

import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.embedded.EmbeddedPostgres;
import io.mnemolite.server.config.Configuration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model, PostgreSQL and the store in it: what has to agree before any other part is opened. */
final class Foundation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);

    private final Embedder embedder;
    private final @Nullable EmbeddedPostgres postgres;
    private final PostgresStore store;

    /** Loads the model and starts PostgreSQL, unless there is an external one. */
    Foundation(Configuration configuration) {
        this.embedder = Embedders.of(configuration);
        this.postgres = Databases.embedded(configuration);
        this.store = new PostgresStore(Databases.settings(configuration, postgres));
    }

    /**
     * As {@link #open()}, but an external database may be away.
     *
     * @return whether it is there
     */
    boolean openIfReachable() {
        try {
            open();
            return true;
        } catch (MnemoliteException e) {
            if (e.code() != ErrorCode.UNAVAILABLE || postgres != null) {
                throw e;
            }
            LOG.warn("The database does not answer yet, so requests get 503 until it does: {}", e.sentence());
            return false;
        }
    }

    /**
     * Brings the store up to date, and sees that its vectors are those of the model.
     *
     * @throws MnemoliteException with {@link ErrorCode#CONFIGURATION} when they are of another one
     */
    void open() {
        store.migrate();
        EmbeddingSpace space = embedder.space();
        Optional<EmbeddingSpace> recorded = store.events().space();
        if (recorded.isEmpty()) {
            store.events().adoptSpace(space);
        } else if (!recorded.get().equals(space)) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The vectors in this store were made by " + recorded.get() + ", but the configured model is "
                            + space
                            + ". Run 'mnemolite reembed' to make them anew with it, or set EMBEDDING_MODE, EMBEDDING_MODEL"
                            + " and EMBEDDING_DIMENSION back.");
        }
    }

    Embedder embedder() {
        return embedder;
    }

    PostgresStore store() {
        return store;
    }

    @Override
    public void close() {
        embedder.close();
        store.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
