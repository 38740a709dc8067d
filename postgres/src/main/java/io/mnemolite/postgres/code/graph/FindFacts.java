package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.GraphSnapshot.Version;
import io.mnemolite.core.code.graph.StoredFacts;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads the facts of files. */
record FindFacts(Collection<CodeFileId> ids) implements Query<List<StoredFacts>> {

    private static final String SQL =
            "select id, path, revision, indexed_at, facts from mnemolite.code_file where id = " + Parameters.ANY_UUID;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuids(ids.stream().map(CodeFileId::value).toList());
    }

    @Override
    public List<StoredFacts> read(ResultSet rows) throws SQLException {
        List<StoredFacts> found = new ArrayList<>();
        while (rows.next()) {
            byte[] facts = rows.getBytes(5);
            found.add(new StoredFacts(
                    new Version(
                            new CodeFileId(rows.getObject(1, UUID.class)), rows.getLong(3), Timestamps.read(rows, 4)),
                    rows.getString(2),
                    facts == null ? new byte[0] : facts));
        }
        return found;
    }
}
