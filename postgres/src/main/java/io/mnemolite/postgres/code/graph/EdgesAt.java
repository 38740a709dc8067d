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
import java.util.stream.Collectors;

/**
 * Some symbols and the edges at them that are looked for. Each end of an edge decides alone which index is read, and that index
 * holds the other end.
 *
 * @param limit the most edges
 */
record EdgesAt(Collection<SymbolId> at, Direction direction, Set<Edge.Kind> kinds, int limit) {

    /** The condition that an edge of alias {@code edge} has the end {@code at}, with a question mark for the symbols. */
    String condition(String at) {
        String names = kinds.stream().map(kind -> "'" + kind.wireName() + "'").collect(Collectors.joining(", "));
        return "edge." + at + " = " + Parameters.ANY_UUID + " and edge.kind in (" + names + ")";
    }

    void bind(Parameters parameters) throws SQLException {
        List<UUID> ids = at.stream().map(SymbolId::value).toList();
        parameters.uuids(ids);
        if (direction == Direction.BOTH) {
            parameters.uuids(ids);
        }
        parameters.number(limit);
    }
}
