package io.mnemolite.postgres.code;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Notes problems of files in place of earlier ones of theirs; how many. At most one per path. */
record ReplaceProblems(String repository, List<FileProblem> problems) implements Query<Long> {

    private static final String SQL = """
            with noted as (
                insert into mnemolite.code_problem (file_id, repository, path, sentence)
                select id, ?, path, sentence from unnest(?::uuid[], ?::text[], ?::text[]) as problem (id, path, sentence)
                on conflict (file_id) do update set path = excluded.path, sentence = excluded.sentence
                returning 1
            )
            select count(*) from noted
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .text(repository)
                .uuids(problems.stream()
                        .map(problem ->
                                CodeFileId.of(repository, problem.path()).value())
                        .toList())
                .array("text", problems.stream().map(FileProblem::shownPath).toArray())
                .array("text", problems.stream().map(FileProblem::sentence).toArray());
    }

    @Override
    public Long read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }

    /** Forgets the problems of files; how many there were. */
    record Clear(Collection<CodeFileId> files) implements Query<Long> {

        private static final String CLEAR = """
                with cleared as (
                    delete from mnemolite.code_problem where file_id = any (?) returning 1
                )
                select count(*) from cleared
                """;

        @Override
        public String sql() {
            return CLEAR;
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
}
