package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.GraphState;
import io.mnemolite.core.code.graph.ResolutionCodec;
import io.mnemolite.postgres.connection.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Two columns of a statement that say how far the edges of a repository, or of all of them, are those of its files. Each look
 * is at an index: the first byte of a resolution is the version that found it, and a file that nobody could read has none.
 */
record RepositoryStateColumns(@Nullable String repository) {

    private static final String COLUMNS = """
            exists (select from mnemolite.code_repository as known where known.written <> known.resolved %1$s)
                or exists (select from mnemolite.code_file as file
                    where substring(file.resolution from 1 for 1) < ? %2$s)
                or exists (select from mnemolite.code_file as file
                    where substring(file.resolution from 1 for 1) > ? %2$s),
            (select count(*) from mnemolite.code_problem as problem where true %3$s)
                + (select count(*) from mnemolite.code_file as file
                    join mnemolite.code_repository as known on known.name = file.repository
                    where substring(file.resolution from 1 for 1) is null and known.written = known.resolved %2$s
                        and not exists (select from mnemolite.code_problem as problem where problem.file_id = file.id))
            """;

    private static final String OF_ALL = COLUMNS.formatted("", "", "");
    private static final String OF_ONE =
            COLUMNS.formatted("and known.name = ?", "and file.repository = ?", "and problem.repository = ?");

    private static final byte[] VERSION = {ResolutionCodec.VERSION};

    String sql() {
        return repository == null ? OF_ALL : OF_ONE;
    }

    void bind(Parameters parameters) throws SQLException {
        name(parameters);
        name(parameters.bytes(VERSION));
        name(parameters.bytes(VERSION));
        name(parameters);
        name(parameters);
    }

    private void name(Parameters parameters) throws SQLException {
        if (repository != null) {
            parameters.text(repository);
        }
    }

    static GraphState read(ResultSet rows, int first) throws SQLException {
        return new GraphState(rows.getBoolean(first), rows.getLong(first + 1));
    }
}
