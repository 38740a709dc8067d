package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.StoredResolution;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads what was found in files. */
record FindResolutions(Collection<CodeFileId> ids) implements Query<List<StoredResolution>> {

    private static final String SQL =
            "select id, path, resolution from mnemolite.code_file where id = " + Parameters.ANY_UUID;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuids(ids.stream().map(CodeFileId::value).toList());
    }

    @Override
    public List<StoredResolution> read(ResultSet rows) throws SQLException {
        List<StoredResolution> found = new ArrayList<>();
        while (rows.next()) {
            byte[] resolution = rows.getBytes(3);
            found.add(new StoredResolution(
                    new CodeFileId(rows.getObject(1, UUID.class)),
                    rows.getString(2),
                    resolution == null ? new byte[0] : resolution));
        }
        return found;
    }
}
