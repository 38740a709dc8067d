package io.mnemolite.postgres.code.read;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists what is stored of a repository in the order of ids, a page at a time. */
public record ListStates(String repository, @Nullable CodeFileId after, int limit) implements Query<List<FileState>> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String SQL = "select " + FileRow.STATE_COLUMNS
            + " from mnemolite.code_file as file where repository = ? and id > ? order by id limit ?";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .text(repository)
                .uuid(after == null ? BEFORE_ALL : after.value())
                .number(limit);
    }

    @Override
    public List<FileState> read(ResultSet rows) throws SQLException {
        return FileRow.readStates(rows);
    }
}
