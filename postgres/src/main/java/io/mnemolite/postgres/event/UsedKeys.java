package io.mnemolite.postgres.event;

import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.event.InsertOutcome;
import io.mnemolite.postgres.connection.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Insertions once per key, and the forgetting of old keys. */
final class UsedKeys {

    private static final Logger LOG = LoggerFactory.getLogger(UsedKeys.class);
    private static final int FORGOTTEN_AT_ONCE = 1_000;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Database database;
    private final AtomicLong forgottenNanos = new AtomicLong(System.nanoTime());

    UsedKeys(Database database) {
        this.database = database;
    }

    /** Inserted events come in no particular order. */
    InsertOutcome insert(List<EventDraft> drafts, IdempotencyKey key) {
        forgetNowAndThen();
        while (true) {
            Optional<List<Event>> inserted = database.write(new InsertEventsOnce(drafts, key));
            if (inserted.isPresent()) {
                return new InsertOutcome.Inserted(inserted.get());
            }
            Optional<FindUsedKey.Used> used = database.read(new FindUsedKey(key));
            if (used.isPresent()) {
                return used.get().bodyHash().equals(key.bodyHash())
                        ? new InsertOutcome.Repeated(used.get().ids())
                        : new InsertOutcome.KeyReused();
            }
            // The key turned a day old between the two statements, so it is free now.
        }
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
