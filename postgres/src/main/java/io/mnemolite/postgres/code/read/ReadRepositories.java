package io.mnemolite.postgres.code.read;

import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads every repository in numbers, the one indexed last first. */
public record ReadRepositories(String model) implements Query<List<RepositoryFigures>> {

    /** What is awaited is counted by two indexes alone: rows of chunks hold their source, and are wide. */
    private static final String SQL = """
            with file as (
                select repository, count(*) as files, sum(chunk_count) as chunks,
                    sum(chunk_count) filter (where is_embedded) as wanted
                from mnemolite.code_file group by repository
            ), awaiting as (
                select file.repository, count(*) as chunks
                from mnemolite.code_chunk as chunk join mnemolite.code_file as file on file.id = chunk.file_id
                where file.is_embedded and not exists (
                    select from mnemolite.code_vector as vector
                    where vector.embedding_model = ? and vector.text_hash = chunk.text_hash)
                group by file.repository
            )
            select repository.name, coalesce(file.files, 0), coalesce(file.chunks, 0), coalesce(file.wanted, 0),
                coalesce(awaiting.chunks, 0), shown.paths, shown.sentences,
                (select count(*) from mnemolite.code_problem as problem where problem.repository = repository.name),
                repository.last_indexed
            from mnemolite.code_repository as repository
            left join file on file.repository = repository.name
            left join awaiting on awaiting.repository = repository.name
            left join lateral (
                select array_agg(first.path order by first.path, first.file_id) as paths,
                    array_agg(first.sentence order by first.path, first.file_id) as sentences
                from (
                    select * from mnemolite.code_problem as problem where problem.repository = repository.name
                    order by path, file_id limit ?) as first
            ) as shown on true
            order by repository.last_indexed desc, repository.name
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(model).number(RepositoryFigures.SHOWN_PROBLEMS);
    }

    @Override
    public List<RepositoryFigures> read(ResultSet rows) throws SQLException {
        List<RepositoryFigures> figures = new ArrayList<>();
        while (rows.next()) {
            figures.add(new RepositoryFigures(
                    rows.getString(1),
                    rows.getLong(2),
                    rows.getLong(3),
                    rows.getLong(4),
                    rows.getLong(5),
                    problems(rows.getArray(6), rows.getArray(7)),
                    rows.getLong(8),
                    Timestamps.read(rows, 9)));
        }
        return figures;
    }

    private static List<FileProblem> problems(Array paths, Array sentences) throws SQLException {
        List<FileProblem> problems = new ArrayList<>();
        if (paths != null && sentences != null) {
            String[] ofPaths = (String[]) paths.getArray();
            String[] ofSentences = (String[]) sentences.getArray();
            for (int i = 0; i < ofPaths.length; i++) {
                problems.add(new FileProblem(ofPaths[i], ofSentences[i]));
            }
        }
        return problems;
    }
}
