package io.mnemolite.postgres.code.read;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Finds what tells whether the files of these ids are what is stored. */
public record FindStates(Collection<CodeFileId> ids) implements Query<List<FileState>> {

    private static final String SQL = "select " + FileRow.STATE_COLUMNS
            + " from mnemolite.code_file as file where file.id = " + Parameters.ANY_UUID;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuids(ids.stream().map(CodeFileId::value).toList());
    }

    @Override
    public List<FileState> read(ResultSet rows) throws SQLException {
        return FileRow.readStates(rows);
    }
}
