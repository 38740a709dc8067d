package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.AdjacencyQuery;
import io.mnemolite.core.code.graph.AdjacentSymbol;
import io.mnemolite.core.code.graph.AdjacentSymbols;
import io.mnemolite.core.code.graph.Direction;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the edges at some symbols in one direction, each with the symbol at its other end, and counts all of them. */
record FindAdjacentSymbols(AdjacencyQuery query) implements Query<AdjacentSymbols> {

    /** The end at the symbols is {@code %1$s}, the other one {@code %2$s}. */
    private static final String SQL = "select " + SymbolRow.COLUMNS + ", " + EdgeRow.COLUMNS + """
            , count(*) over ()
            from mnemolite.code_edge as edge
            join mnemolite.code_symbol as symbol on symbol.id = edge.%2$s
            join mnemolite.code_file as file on file.id = symbol.file_id
            where edge.%1$s = %3$s and edge.kind = any (?) and not exists (select from unnest(?::uuid[]) as inside (id) where inside.id = edge.%2$s)
            order by edge.%1$s = %3$s, symbol.is_test, file.path collate "C", edge.lines[1], symbol.id, edge.kind,
                edge.%1$s
            limit ?
            """;

    private static final String OUTBOUND = SQL.formatted("source", "target", Parameters.ANY_UUID);
    private static final String INBOUND = SQL.formatted("target", "source", Parameters.ANY_UUID);

    @Override
    public String sql() {
        return query.direction() == Direction.OUTBOUND ? OUTBOUND : INBOUND;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .uuids(values(Stream.concat(query.at().stream(), query.further().stream())))
                .array("text", query.kinds().stream().map(Edge.Kind::wireName).toArray())
                .uuids(values(query.without().stream()))
                .uuids(values(query.further().stream()))
                .number(query.limit());
    }

    private static Collection<UUID> values(Stream<SymbolId> ids) {
        return ids.map(SymbolId::value).toList();
    }

    @Override
    public AdjacentSymbols read(ResultSet rows) throws SQLException {
        List<AdjacentSymbol> found = new ArrayList<>();
        long total = 0;
        while (rows.next()) {
            found.add(new AdjacentSymbol(SymbolRow.read(rows), EdgeRow.read(rows, SymbolRow.COUNT)));
            total = rows.getLong(SymbolRow.COUNT + EdgeRow.COUNT + 1);
        }
        return new AdjacentSymbols(found, total);
    }
}
