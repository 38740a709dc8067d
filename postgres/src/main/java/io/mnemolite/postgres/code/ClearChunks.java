package io.mnemolite.postgres.code;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/** Deletes the chunks of files; how many. */
record ClearChunks(Collection<CodeFileId> files) implements Query<Long> {

    private static final String SQL = """
            with cleared as (
                delete from mnemolite.code_chunk where file_id = any (?) returning 1
            )
            select count(*) from cleared
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuids(files.stream().map(CodeFileId::value).toList());
    }

    @Override
    public Long read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
