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
import java.util.Set;
import java.util.UUID;

/** Reads every edge of a repository without its places. */
record ReadLinks(String repository, Set<Edge.Kind> kinds) implements Query<List<Link>> {

    private static final String SQL = """
            select edge.source, edge.target, edge.kind
            from mnemolite.code_edge as edge join mnemolite.code_file as file on file.id = edge.file_id
            where file.repository = ? and edge.kind = any (?)
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .text(repository)
                .array("text", kinds.stream().map(Edge.Kind::wireName).toArray());
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
