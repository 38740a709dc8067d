package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Inserts symbols; how many. */
record InsertSymbols(List<CodeSymbol> symbols) implements Query<Long> {

    private static final String SQL = """
            with inserted as (
                insert into mnemolite.code_symbol (
                    id, file_id, kind, name, qualified_name, signature, initials, start_line, end_line, is_test,
                    is_implicit)
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::integer[], ?::integer[], ?::boolean[], ?::boolean[])
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
                .array("uuid", column(symbol -> symbol.id().value()))
                .array("uuid", column(symbol -> symbol.file().value()))
                .array("text", column(symbol -> symbol.kind().wireName()))
                .array("text", column(CodeSymbol::name))
                .array("text", column(CodeSymbol::qualifiedName))
                .array("text", column(CodeSymbol::signature))
                .array("text", column(symbol -> SymbolQuery.initials(symbol.name())))
                .array("integer", column(CodeSymbol::startLine))
                .array("integer", column(CodeSymbol::endLine))
                .array("boolean", column(CodeSymbol::isTest))
                .array("boolean", column(CodeSymbol::isImplicit));
    }

    private Object[] column(Function<CodeSymbol, Object> value) {
        return symbols.stream().map(value).toArray();
    }

    @Override
    public Long read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
