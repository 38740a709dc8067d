package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeEdge;
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

/** Finds the edges at some symbols whose both ends exist. */
record FindEdges(EdgesAt edges) implements Query<List<CodeEdge>> {

    private static final String SELECTED =
            "edge.source, edge.target, edge.kind, edge.rule, edge.confidence, edge.candidates, edge.lines";

    @Override
    public String sql() {
        return edges.sql(SELECTED);
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        edges.bind(parameters);
    }

    @Override
    public List<CodeEdge> read(ResultSet rows) throws SQLException {
        List<CodeEdge> found = new ArrayList<>();
        while (rows.next()) {
            found.add(new CodeEdge(
                    new SymbolId(rows.getObject(1, UUID.class)),
                    new SymbolId(rows.getObject(2, UUID.class)),
                    Edge.Kind.valueOf(rows.getString(3).toUpperCase(Locale.ROOT)),
                    Arrays.asList((Integer[]) rows.getArray(7).getArray()),
                    Rule.valueOf(rows.getString(4).toUpperCase(Locale.ROOT)),
                    rows.getFloat(5),
                    rows.getInt(6)));
        }
        return found;
    }
}
