package io.mnemolite.postgres.code;

import io.mnemolite.core.code.store.Removal;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Deletes all files of a repository with their chunks. */
record DeleteFilesOfRepository(String repository) implements Query<Removal> {

    /** Locked in the order of ids, so that two transactions with files in common wait instead of colliding. */
    private static final String SQL = """
            with target as (
                select id from mnemolite.code_file where repository = ? order by id for update
            ), changed as (
                delete from mnemolite.code_file as file using target where file.id = target.id
                returning file.id, file.revision, file.vector_revision, file.chunk_count
            ), %s
            select id, chunk_count from changed
            """.formatted(CodeFileChanges.OF_DELETED);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(repository);
    }

    @Override
    public Removal read(ResultSet rows) throws SQLException {
        return DeleteFiles.removal(rows);
    }
}
