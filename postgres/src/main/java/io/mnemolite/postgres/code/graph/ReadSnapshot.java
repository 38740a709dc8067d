package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.GraphSnapshot;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads which files a repository has and whether its edges are complete. */
record ReadSnapshot(String repository) implements Query<GraphSnapshot> {

    private static final String SQL = """
            select coalesce(known.written, 0), coalesce(known.resolved, 0), file.id, file.path, file.revision,
                file.indexed_at
            from (select ?::text as name) as wanted
            left join mnemolite.code_repository as known on known.name = wanted.name
            left join mnemolite.code_file as file on file.repository = wanted.name
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(repository);
    }

    @Override
    public GraphSnapshot read(ResultSet rows) throws SQLException {
        long written = 0;
        long resolved = 0;
        Map<String, GraphSnapshot.Version> files = new HashMap<>();
        while (rows.next()) {
            written = rows.getLong(1);
            resolved = rows.getLong(2);
            UUID id = rows.getObject(3, UUID.class);
            if (id != null) {
                files.put(
                        rows.getString(4),
                        new GraphSnapshot.Version(new CodeFileId(id), rows.getLong(5), Timestamps.read(rows, 6)));
            }
        }
        return new GraphSnapshot(written, resolved, files);
    }
}
