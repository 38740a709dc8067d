package io.mnemolite.postgres.code.read;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads all files in the order of ids, a page at a time, with chunks and vectors of a model. */
public record ScanIndexedFiles(@Nullable CodeFileId after, int limit, String model)
        implements Query<List<IndexedCodeFile>> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String SQL =
            IndexedFiles.SQL.formatted("(select * from mnemolite.code_file where id > ? order by id limit ?) as file");

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .uuid(after == null ? BEFORE_ALL : after.value())
                .number(limit)
                .text(model);
    }

    @Override
    public List<IndexedCodeFile> read(ResultSet rows) throws SQLException {
        return IndexedFiles.read(rows);
    }
}
