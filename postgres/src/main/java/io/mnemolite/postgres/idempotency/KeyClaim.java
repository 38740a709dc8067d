package io.mnemolite.postgres.idempotency;

import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.postgres.connection.Parameters;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * The part of a creating statement that claims its key: a query of name {@code claimed} with one row, or with none when the
 * key was used within a day. A key that another transaction is claiming is waited for.
 */
public final class KeyClaim {

    private KeyClaim() {}

    /** @param condition that must hold too; its values are bound after those of {@link #bind} */
    public static String sql(String condition) {
        return """
                claimed as (
                    insert into mnemolite.idempotency as used (route, key, body_hash, ids)
                    select ?, ?, ?, ?::uuid[] where %s
                    on conflict (route, key) do update
                        set body_hash = excluded.body_hash, ids = excluded.ids, created_at = excluded.created_at
                        where used.created_at < now() - interval '24 hours'
                    returning key
                )
                """.formatted(condition);
    }

    /** @param ids of what will be created */
    public static Parameters bind(IdempotencyKey key, Collection<UUID> ids, Parameters parameters) throws SQLException {
        return parameters.text(key.route()).text(key.key()).text(key.bodyHash()).uuids(ids);
    }
}
