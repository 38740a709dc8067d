package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Finds symbols by id. */
record FindSymbols(Collection<SymbolId> ids) implements Query<List<PlacedSymbol>> {

    private static final String SQL = "select " + SymbolRow.SELECTED + "where symbol.id = " + Parameters.ANY_UUID;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuids(ids.stream().map(SymbolId::value).toList());
    }

    @Override
    public List<PlacedSymbol> read(ResultSet rows) throws SQLException {
        return SymbolRow.readAll(rows);
    }
}
