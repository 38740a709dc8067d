package io.mnemolite.postgres.code;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.TextVector;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Raises the vector revision of the files that want vectors of these texts, but for some; their ids. */
record RaiseVectorRevisions(List<TextVector> vectors, Collection<CodeFileId> except)
        implements Query<List<CodeFileId>> {

    /** Locked in the order of ids, so that two transactions with files in common wait instead of colliding. */
    private static final String SQL = """
            with target as (
                select id from mnemolite.code_file
                where is_embedded and id <> all (?)
                    and id in (select file_id from mnemolite.code_chunk where text_hash = any (?::bytea[]))
                order by id for update
            ), changed as (
                update mnemolite.code_file as file set vector_revision = vector_revision + 1
                from target where file.id = target.id
                returning file.id, file.revision, file.vector_revision
            ), %s
            select id from changed
            """.formatted(CodeFileChanges.OF_CHANGED);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .uuids(except.stream().map(CodeFileId::value).toList())
                .array(
                        "bytea",
                        vectors.stream()
                                .map(vector -> vector.textHash().toBytes())
                                .toArray(byte[][]::new));
    }

    @Override
    public List<CodeFileId> read(ResultSet rows) throws SQLException {
        return CodeFileChanges.readIds(rows);
    }
}
