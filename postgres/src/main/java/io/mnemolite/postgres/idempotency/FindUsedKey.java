package io.mnemolite.postgres.idempotency;

import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds what a key was used for within the last day. */
record FindUsedKey(IdempotencyKey key) implements Query<Optional<FindUsedKey.Used>> {

    private static final String SQL = """
            select body_hash, ids from mnemolite.idempotency
            where route = ? and key = ? and created_at >= now() - interval '24 hours'
            """;

    record Used(String bodyHash, List<UUID> ids) {}

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(key.route()).text(key.key());
    }

    @Override
    public Optional<Used> read(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        UUID[] ids = (UUID[]) rows.getArray(2).getArray();
        return Optional.of(new Used(rows.getString(1), List.of(ids)));
    }
}
