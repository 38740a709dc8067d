package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Finds what stands within a symbol: in its file and under its qualified name, by line. */
record FindWithin(CodeSymbol symbol) implements Query<List<PlacedSymbol>> {

    private static final String SQL = "select " + SymbolRow.SELECTED + """
            where symbol.file_id = ? and starts_with(symbol.qualified_name, ?)
            order by symbol.start_line, symbol.end_line desc, symbol.id
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuid(symbol.file().value()).text(symbol.qualifiedName() + ".");
    }

    @Override
    public List<PlacedSymbol> read(ResultSet rows) throws SQLException {
        return SymbolRow.readAll(rows);
    }
}
