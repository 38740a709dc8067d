package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraphStore.UnresolvedCount;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Counts the call sites of a repository that may be calls of some symbols without an edge to them: those that name one of
 * them in vain, and those whose edge leads to another overload that fits as well. The same look tells how far the edges of
 * the repository are complete.
 */
record CountUnresolved(String repository, Collection<String> names, Collection<SymbolId> symbols)
        implements Query<UnresolvedCount> {

    private static final String SQL =
            """
            select coalesce(sum(sites), 0) + (
                select coalesce(sum(cardinality(edge.lines)), 0)
                from unnest(?::uuid[]) as asked (id)
                join mnemolite.code_symbol as own on own.id = asked.id
                join mnemolite.code_symbol as other
                    on other.file_id = own.file_id and other.qualified_name = own.qualified_name and other.id <> own.id
                join mnemolite.code_edge as edge on edge.target = other.id and edge.candidates > 1),
            %s
            from mnemolite.code_unresolved as unresolved
            join mnemolite.code_file as named on named.id = unresolved.file_id
            where left(unresolved.name, 64) = %s and unresolved.name = %s and named.repository = ?
            """.formatted(new RepositoryStateColumns("").sql(), Parameters.ANY_TEXT, Parameters.ANY_TEXT);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuids(symbols.stream().map(SymbolId::value).toList());
        new RepositoryStateColumns(repository).bind(parameters);
        parameters
                .array("text", names.stream().map(CountUnresolved::cut).toArray())
                .array("text", names.toArray())
                .text(repository);
    }

    private static String cut(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64);
    }

    @Override
    public UnresolvedCount read(ResultSet rows) throws SQLException {
        rows.next();
        return new UnresolvedCount(rows.getLong(1), RepositoryStateColumns.read(rows, 2));
    }
}
