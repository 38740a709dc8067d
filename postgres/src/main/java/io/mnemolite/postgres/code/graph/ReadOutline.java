package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads what a file defines and its text names, by line. */
record ReadOutline(CodeFileId file) implements Query<List<PlacedSymbol>> {

    private static final String SQL = "select " + SymbolRow.SELECTED
            + "where symbol.file_id = ? and not symbol.is_implicit order by symbol.start_line, symbol.end_line desc, symbol.id";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuid(file.value());
    }

    @Override
    public List<PlacedSymbol> read(ResultSet rows) throws SQLException {
        return SymbolRow.readAll(rows);
    }
}
