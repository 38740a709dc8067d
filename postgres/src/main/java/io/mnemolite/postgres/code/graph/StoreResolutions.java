package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.ResolutionCodec;
import io.mnemolite.core.code.graph.ResolvedFile;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores what was found in files whose rows have the revision they were read at, and takes away what was found earlier; the
 * ids of those files. They stay locked until the transaction ends.
 */
record StoreResolutions(List<ResolvedFile> files) implements Query<Set<CodeFileId>> {

    private static final String SQL = """
            with wanted as (
                select id, revision, resolution, unresolved
                from unnest(?::uuid[], ?::bigint[], ?::bytea[], ?::integer[])
                    as wanted (id, revision, resolution, unresolved)
            ), target as (
                select file.id from mnemolite.code_file as file join wanted using (id, revision)
                order by file.id for update of file
            ), changed as (
                update mnemolite.code_file as file set resolution = wanted.resolution, unresolved = wanted.unresolved
                from target join wanted using (id)
                where file.id = target.id
                returning file.id
            ), symbols as (
                delete from mnemolite.code_symbol where file_id in (select id from target)
            ), edges as (
                delete from mnemolite.code_edge where file_id in (select id from target)
            ), unresolved as (
                delete from mnemolite.code_unresolved where file_id in (select id from target)
            )
            select id from changed
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .uuids(files.stream().map(file -> file.id().value()).toList())
                .array("bigint", files.stream().map(ResolvedFile::revision).toArray())
                .array("bytea", resolutions())
                .array(
                        "integer",
                        files.stream()
                                .map(file -> Math.toIntExact(file.resolution().unresolvedInside()))
                                .toArray());
    }

    /** None of a file that could not be read, which tells it from one that calls nothing. */
    private @Nullable Object[] resolutions() {
        // The driver wants arrays of bytes in an array of just these.
        @Nullable Object[] resolutions = new byte[files.size()][];
        for (int i = 0; i < resolutions.length; i++) {
            ResolvedFile file = files.get(i);
            resolutions[i] = file.isRead() ? ResolutionCodec.encode(file.resolution()) : null;
        }
        return resolutions;
    }

    @Override
    public Set<CodeFileId> read(ResultSet rows) throws SQLException {
        Set<CodeFileId> ids = new HashSet<>();
        while (rows.next()) {
            ids.add(new CodeFileId(rows.getObject(1, UUID.class)));
        }
        return ids;
    }
}
