package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.GraphFigures;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts a repository's symbols, edges and call sites, those of all its files or of one language. */
record ReadFigures(String repository, @Nullable String language) implements Query<GraphFigures> {

    private static final String SQL = """
            with file as materialized (
                select id from mnemolite.code_file where repository = ? and (?::text is null or language = ?)
            )
            select 'node', kind, count(*), 0 from mnemolite.code_symbol
            where file_id in (select id from file) group by kind
            union all
            select 'edge', kind, count(*), sum(cardinality(lines)) from mnemolite.code_edge
            where file_id in (select id from file) group by kind
            union all
            select 'unresolved', '', coalesce(sum(sites), 0), 0 from mnemolite.code_unresolved
            where file_id in (select id from file)
            union all
            select 'file', '', count(*), 0 from file
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(repository).text(language).text(language);
    }

    @Override
    public GraphFigures read(ResultSet rows) throws SQLException {
        Map<String, Long> nodes = new TreeMap<>();
        Map<String, Long> edges = new TreeMap<>();
        long sites = 0;
        long unresolved = 0;
        long files = 0;
        while (rows.next()) {
            String kind = rows.getString(2);
            long count = rows.getLong(3);
            switch (rows.getString(1)) {
                case "node" -> nodes.put(kind, count);
                case "edge" -> {
                    edges.put(kind, count);
                    sites += kind.equals("calls") || kind.equals("references") ? rows.getLong(4) : 0;
                }
                case "unresolved" -> unresolved = count;
                default -> files = count;
            }
        }
        return new GraphFigures(nodes, edges, sites, unresolved, files);
    }
}
