package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeEdge;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** Edges as rows. */
final class EdgeRow {

    /** The columns that are read, of the alias {@code edge}. */
    static final String COLUMNS =
            "edge.source, edge.target, edge.kind, edge.rule, edge.confidence, edge.candidates, edge.lines";

    static final int COUNT = 7;

    private EdgeRow() {}

    /** @param before how many columns stand before those of the edge */
    static CodeEdge read(ResultSet rows, int before) throws SQLException {
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
