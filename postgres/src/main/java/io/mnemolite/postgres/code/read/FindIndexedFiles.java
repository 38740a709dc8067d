package io.mnemolite.postgres.code.read;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Finds the files of these ids, with chunks and vectors of a model. */
public record FindIndexedFiles(Collection<CodeFileId> ids, String model) implements Query<List<IndexedCodeFile>> {

    private static final String SQL = IndexedFiles.SQL.formatted(
            "(select * from mnemolite.code_file where id = " + Parameters.ANY_UUID + ") as file");

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuids(ids.stream().map(CodeFileId::value).toList()).text(model);
    }

    @Override
    public List<IndexedCodeFile> read(ResultSet rows) throws SQLException {
        return IndexedFiles.read(rows);
    }
}
