package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.StoredFacts;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads the facts of files. */
record FindFacts(Collection<CodeFileId> ids) implements Query<List<StoredFacts>> {

    private static final String SQL = "select id, path, revision, facts from mnemolite.code_file where id = any (?)";

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
            byte[] facts = rows.getBytes(4);
            found.add(new StoredFacts(
                    new CodeFileId(rows.getObject(1, UUID.class)),
                    rows.getString(2),
                    rows.getLong(3),
                    facts == null ? new byte[0] : facts));
        }
        return found;
    }
}
