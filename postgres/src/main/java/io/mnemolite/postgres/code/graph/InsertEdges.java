package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.CodeEdge;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Inserts edges; how many. */
record InsertEdges(List<FoundEdge> edges) implements Query<Long> {

    /** An edge and the file in which it was found. */
    record FoundEdge(CodeFileId file, CodeEdge edge) {}

    /** Lines as text, since an array of arrays would have to be rectangular. */
    private static final String SQL = """
            with inserted as (
                insert into mnemolite.code_edge (
                    file_id, source, target, kind, rule, confidence, candidates, lines)
                select file_id, source, target, kind, rule, confidence, candidates, lines::integer[]
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::real[], ?::integer[], ?::text[])
                    as draft (file_id, source, target, kind, rule, confidence, candidates, lines)
                returning 1
            )
            select count(*) from inserted
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .array("uuid", column(found -> found.file().value()))
                .array("uuid", column(found -> found.edge().source().value()))
                .array("uuid", column(found -> found.edge().target().value()))
                .array("text", column(found -> found.edge().kind().wireName()))
                .array("text", column(found -> found.edge().rule().wireName()))
                .array("real", column(found -> found.edge().confidence()))
                .array("integer", column(found -> found.edge().candidates()))
                .array("text", column(found -> lines(found.edge())));
    }

    private static String lines(CodeEdge edge) {
        return edge.lines().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private Object[] column(Function<FoundEdge, Object> value) {
        return edges.stream().map(value).toArray();
    }

    @Override
    public Long read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
