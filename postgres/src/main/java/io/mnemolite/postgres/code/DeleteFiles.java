package io.mnemolite.postgres.code;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.Removal;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Deletes the files of these ids with their chunks and the notes on their problems. */
record DeleteFiles(Collection<CodeFileId> ids) implements Query<Removal> {

    /** Locked in the order of ids, so that two transactions with files in common wait instead of colliding. */
    private static final String SQL = """
            with target as (
                select id from mnemolite.code_file where id = any (?) order by id for update
            ), changed as (
                delete from mnemolite.code_file as file using target where file.id = target.id
                returning file.id, file.revision, file.vector_revision, file.chunk_count
            ), forgotten as (
                delete from mnemolite.code_problem where file_id = any (?)
            ), %s
            select id, chunk_count from changed
            """.formatted(CodeFileChanges.OF_DELETED);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        List<UUID> values = ids.stream().map(CodeFileId::value).toList();
        parameters.uuids(values).uuids(values);
    }

    @Override
    public Removal read(ResultSet rows) throws SQLException {
        return removal(rows);
    }

    static Removal removal(ResultSet rows) throws SQLException {
        List<CodeFileId> files = new ArrayList<>();
        long chunks = 0;
        while (rows.next()) {
            files.add(new CodeFileId(rows.getObject(1, UUID.class)));
            chunks += rows.getLong(2);
        }
        return new Removal(files, chunks);
    }
}
