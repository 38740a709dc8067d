package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all symbols of some files of a repository, by path and line. */
record ScanSymbols(String repository, @Nullable String afterPath, int files) implements Query<List<PlacedSymbol>> {

    private static final String SQL = "select " + SymbolRow.SELECTED + """
            where file.id in (
                select id from mnemolite.code_file where repository = ? and path > ? order by path limit ?)
            order by file.path, symbol.start_line, symbol.end_line desc, symbol.id
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(repository).text(afterPath == null ? "" : afterPath).number(files);
    }

    @Override
    public List<PlacedSymbol> read(ResultSet rows) throws SQLException {
        return SymbolRow.readAll(rows);
    }
}
