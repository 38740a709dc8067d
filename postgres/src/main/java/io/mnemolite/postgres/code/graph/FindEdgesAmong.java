package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.PlacedEdge;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds the edges that join two of some symbols. */
record FindEdgesAmong(Collection<SymbolId> symbols) implements Query<List<PlacedEdge>> {

    private static final String SQL = """
            select %1$s, file.path
            from mnemolite.code_edge as edge join mnemolite.code_file as file on file.id = edge.file_id
            where edge.source = %2$s and edge.target = %2$s
            """.formatted(EdgeRow.COLUMNS, Parameters.ANY_UUID);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        List<UUID> ids = symbols.stream().map(SymbolId::value).toList();
        parameters.uuids(ids).uuids(ids);
    }

    @Override
    public List<PlacedEdge> read(ResultSet rows) throws SQLException {
        List<PlacedEdge> found = new ArrayList<>();
        while (rows.next()) {
            found.add(new PlacedEdge(EdgeRow.read(rows, 0), rows.getString(EdgeRow.COUNT + 1)));
        }
        return found;
    }
}
