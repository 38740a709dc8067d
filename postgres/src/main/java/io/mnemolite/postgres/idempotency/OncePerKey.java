package io.mnemolite.postgres.idempotency;

import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.postgres.connection.Database;
import io.mnemolite.postgres.connection.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs creations once per key, and forgets old keys. */
public final class OncePerKey {

    private static final Logger LOG = LoggerFactory.getLogger(OncePerKey.class);
    private static final int FORGOTTEN_AT_ONCE = 1_000;
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Database database;
    private final AtomicLong forgottenNanos = new AtomicLong(System.nanoTime());

    public OncePerKey(Database database) {
        this.database = database;
    }

    /** What became of a creation under a key. */
    public sealed interface Outcome<T> {

        /** Created now. */
        record Created<T>(T value) implements Outcome<T> {}

        /** An earlier request of this key created these. */
        record Repeated<T>(List<UUID> ids) implements Outcome<T> {}

        /** The key was used with another body. */
        record KeyReused<T>() implements Outcome<T> {}

        /** Nothing was created, and the key is still free: the creation's own condition did not hold. */
        record Refused<T>() implements Outcome<T> {}
    }

    /** @param creation a statement that claims the key with {@link KeyClaim}, or returns empty */
    public <T> Outcome<T> run(IdempotencyKey key, Query<Optional<T>> creation) {
        forgetNowAndThen();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<T> created = database.write(creation);
            if (created.isPresent()) {
                return new Outcome.Created<>(created.get());
            }
            Optional<FindUsedKey.Used> used = database.read(new FindUsedKey(key));
            if (used.isPresent()) {
                return used.get().bodyHash().equals(key.bodyHash())
                        ? new Outcome.Repeated<>(used.get().ids())
                        : new Outcome.KeyReused<>();
            }
            // Refused, unless the key turned a day old between the two statements and is free now.
        }
        return new Outcome.Refused<>();
    }

    private void forgetNowAndThen() {
        long last = forgottenNanos.get();
        long now = System.nanoTime();
        if (now - last < PAUSE.toNanos() || !forgottenNanos.compareAndSet(last, now)) {
            return;
        }
        try {
            database.write(new ForgetUsedKeys(FORGOTTEN_AT_ONCE));
        } catch (MnemoliteException e) {
            LOG.warn("Old idempotency keys could not be forgotten: {}", e.sentence());
        }
    }
}
