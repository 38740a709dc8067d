package io.mnemolite.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The idempotency keys of the last day and what was stored under them. Not safe for concurrent use. */
final class UsedKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Map<Scope, Use> uses = new HashMap<>();

    /** A key is only known on its route. */
    private record Scope(String key, String route) {}

    private record Use(String bodyHash, List<EventId> ids, Instant at) {}

    /** What an earlier request of this key makes of this one; empty when there was none. */
    Optional<InsertOutcome> earlier(IdempotencyKey key, Instant now) {
        Use use = uses.get(new Scope(key.key(), key.route()));
        if (use == null || !use.at().plus(KEPT).isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(
                use.bodyHash().equals(key.bodyHash())
                        ? new InsertOutcome.Repeated(use.ids())
                        : new InsertOutcome.KeyReused());
    }

    void add(IdempotencyKey key, List<EventId> ids, Instant now) {
        uses.put(new Scope(key.key(), key.route()), new Use(key.bodyHash(), ids, now));
    }
}
