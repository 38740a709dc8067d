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

/** Finds the edges at some symbols, without their places, whose both ends exist. */
record FindLinks(EdgesAt edges) implements Query<List<Link>> {

    @Override
    public String sql() {
        String ends = switch (edges.direction()) {
            case OUTBOUND -> from("source", "target");
            case INBOUND -> from("target", "source");
            case BOTH -> from("source", "target") + " union " + from("target", "source");
        };
        return ends + " order by target, source, kind limit ?";
    }

    private String from(String at, String other) {
        return """
                select distinct edge.source, edge.target, edge.kind
                from mnemolite.code_edge as edge
                where %s and exists (select from mnemolite.code_symbol where id = edge.%s)
                """.formatted(edges.condition(at), other);
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
