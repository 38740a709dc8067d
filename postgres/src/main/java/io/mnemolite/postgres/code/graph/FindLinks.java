package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraphStore.Link;
import io.mnemolite.core.code.graph.Direction;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the edges at some symbols, without their places, whose both ends exist. Each end alone decides which index is read, and
 * that index holds the other end.
 */
record FindLinks(Collection<SymbolId> at, Direction direction, Set<Edge.Kind> kinds, int limit)
        implements Query<List<Link>> {

    private static final String SELECTED = """
            select distinct edge.source, edge.target, edge.kind
            from mnemolite.code_edge as edge
            where edge.%s = any (?) and edge.kind = any (?)
                and exists (select from mnemolite.code_symbol where id = edge.%s)
            """;

    private static final String ORDER = " order by target, source, kind limit ?";
    private static final String OUTBOUND = SELECTED.formatted("source", "target");
    private static final String INBOUND = SELECTED.formatted("target", "source");

    @Override
    public String sql() {
        return switch (direction) {
            case OUTBOUND -> OUTBOUND + ORDER;
            case INBOUND -> INBOUND + ORDER;
            case BOTH -> OUTBOUND + " union " + INBOUND + ORDER;
        };
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        List<UUID> ids = at.stream().map(SymbolId::value).toList();
        Object[] names = kinds.stream().map(Edge.Kind::wireName).toArray();
        parameters.uuids(ids).array("text", names);
        if (direction == Direction.BOTH) {
            parameters.uuids(ids).array("text", names);
        }
        parameters.number(limit);
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
