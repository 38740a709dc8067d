package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.AdjacentSymbol;
import io.mnemolite.core.code.graph.CodeEdge;
import io.mnemolite.core.code.graph.Direction;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Rule;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Finds the edges at some symbols in one direction, each with the symbol at its other end. */
record FindAdjacentSymbols(EdgesAt edges) implements Query<List<AdjacentSymbol>> {

    @Override
    public String sql() {
        boolean isOutbound = edges.direction() == Direction.OUTBOUND;
        return """
                select %s,
                    edge.source, edge.target, edge.kind, edge.rule, edge.confidence, edge.candidates, edge.lines
                from mnemolite.code_edge as edge
                join mnemolite.code_symbol as symbol on symbol.id = edge.%s
                join mnemolite.code_file as file on file.id = symbol.file_id
                where %s
                order by edge.target, edge.source, edge.kind limit ?
                """.formatted(
                SymbolRow.COLUMNS, isOutbound ? "target" : "source", edges.condition(isOutbound ? "source" : "target"));
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        edges.bind(parameters);
    }

    @Override
    public List<AdjacentSymbol> read(ResultSet rows) throws SQLException {
        List<AdjacentSymbol> found = new ArrayList<>();
        while (rows.next()) {
            found.add(new AdjacentSymbol(SymbolRow.read(rows), edge(rows, SymbolRow.COUNT)));
        }
        return found;
    }

    private static CodeEdge edge(ResultSet rows, int before) throws SQLException {
        return new CodeEdge(
                new SymbolId(rows.getObject(before + 1, UUID.class)),
                new SymbolId(rows.getObject(before + 2, UUID.class)),
                Edge.Kind.valueOf(rows.getString(before + 3).toUpperCase(Locale.ROOT)),
                Arrays.asList((Integer[]) rows.getArray(before + 7).getArray()),
                Rule.valueOf(rows.getString(before + 4).toUpperCase(Locale.ROOT)),
                rows.getFloat(before + 5),
                rows.getInt(before + 6));
    }
}
