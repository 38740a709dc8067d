package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.Direction;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.postgres.connection.Parameters;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The part of a statement that selects edges at some symbols whose both ends exist. Each end alone decides which index is read,
 * and that index holds the other end.
 */
record EdgesAt(Collection<SymbolId> at, Direction direction, Set<Edge.Kind> kinds, int limit) {

    /** @param selected the columns of {@code edge}, the ends and the kind among them */
    String sql(String selected) {
        String ends = switch (direction) {
            case OUTBOUND -> from(selected, "source", "target");
            case INBOUND -> from(selected, "target", "source");
            case BOTH -> from(selected, "source", "target") + " union " + from(selected, "target", "source");
        };
        return ends + " order by target, source, kind limit ?";
    }

    private static String from(String selected, String at, String other) {
        return """
                select %s
                from mnemolite.code_edge as edge
                where edge.%s = any (?) and edge.kind = any (?)
                    and exists (select from mnemolite.code_symbol where id = edge.%s)
                """.formatted(selected, at, other);
    }

    void bind(Parameters parameters) throws SQLException {
        List<UUID> ids = at.stream().map(SymbolId::value).toList();
        Object[] names = kinds.stream().map(Edge.Kind::wireName).toArray();
        parameters.uuids(ids).array("text", names);
        if (direction == Direction.BOTH) {
            parameters.uuids(ids).array("text", names);
        }
        parameters.number(limit);
    }
}
