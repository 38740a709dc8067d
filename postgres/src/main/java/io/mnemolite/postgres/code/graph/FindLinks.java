package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraphStore.Link;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Finds the edges at some symbols, without their places, whose both ends exist.
 */
record FindLinks(EdgesAt edges) implements Query<List<Link>> {

    private static final String SELECTED = "distinct edge.source, edge.target, edge.kind";

    @Override
    public String sql() {
        return edges.sql(SELECTED);
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        edges.bind(parameters);
    }

    @Override
    public List<Link> read(ResultSet rows) throws SQLException {
        List<Link> links = new ArrayList<>();
        while (rows.next()) {
            links.add(new Link(
                    new SymbolId(rows.getObject(1, UUID.class)),
                    new SymbolId(rows.getObject(2, UUID.class)),
                    Edge.Kind.valueOf(rows.getString(3).toUpperCase(Locale.ROOT))));
        }
        return links;
    }
}
