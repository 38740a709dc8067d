package io.mnemolite.postgres.code;

import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Inserts files or puts them in place of those with their ids, without their chunks; their ids. */
record WriteFiles(List<CodeFileDraft> files, Instant at) implements Query<List<CodeFileId>> {

    /** In the order of ids, so that two transactions with files in common wait instead of colliding. */
    private static final String SQL = """
            with changed as (
                insert into mnemolite.code_file as old (
                    id, repository, path, language, content_hash, parser_version, size_bytes, line_count, chunk_count,
                    is_test, is_generated, is_embedded, commit_hash, imports, facts, indexed_at)
                select *, ?::timestamptz from unnest(
                    ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::bigint[], ?::integer[],
                    ?::integer[], ?::boolean[], ?::boolean[], ?::boolean[], ?::text[],
                    ?::text[], ?::bytea[]) as draft (id)
                order by draft.id
                on conflict (id) do update set
                    language = excluded.language, content_hash = excluded.content_hash,
                    parser_version = excluded.parser_version, size_bytes = excluded.size_bytes,
                    line_count = excluded.line_count, chunk_count = excluded.chunk_count, is_test = excluded.is_test,
                    is_generated = excluded.is_generated, is_embedded = excluded.is_embedded,
                    commit_hash = excluded.commit_hash, imports = excluded.imports, indexed_at = excluded.indexed_at, facts = excluded.facts,
                    revision = old.revision + 1
                returning id, revision, vector_revision
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
                .text(Timestamps.write(at))
                .array("uuid", column(draft -> draft.id().value()))
                .array("text", column(CodeFileDraft::repository))
                .array("text", column(CodeFileDraft::path))
                .array("text", column(draft -> draft.language().name()))
                .array(
                        "bytea",
                        files.stream()
                                .map(draft -> draft.contentHash().toBytes())
                                .toArray(byte[][]::new))
                .array("text", column(CodeFileDraft::parserVersion))
                .array("bigint", column(CodeFileDraft::sizeBytes))
                .array("integer", column(CodeFileDraft::lineCount))
                .array("integer", column(draft -> draft.chunks().size()))
                .array("boolean", column(CodeFileDraft::isTest))
                .array("boolean", column(CodeFileDraft::isGenerated))
                .array("boolean", column(CodeFileDraft::isEmbedded))
                .array("text", column(CodeFileDraft::commitHash))
                .array("text", column(draft -> String.join("\n", draft.imports())))
                .array("bytea", facts());
    }

    private @Nullable Object[] column(Function<CodeFileDraft, @Nullable Object> value) {
        @Nullable Object[] column = new @Nullable Object[files.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(files.get(i));
        }
        return column;
    }

    /** No facts are null. */
    private @Nullable Object[] facts() {
        // The driver wants arrays of bytes in an array of just these.
        @Nullable Object[] facts = new byte[files.size()][];
        for (int i = 0; i < facts.length; i++) {
            byte[] some = files.get(i).facts();
            facts[i] = some.length == 0 ? null : some;
        }
        return facts;
    }

    @Override
    public List<CodeFileId> read(ResultSet rows) throws SQLException {
        return CodeFileChanges.readIds(rows);
    }
}
