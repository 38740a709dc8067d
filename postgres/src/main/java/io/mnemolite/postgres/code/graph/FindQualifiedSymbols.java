package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.FoundSymbols;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Finds symbols whose qualified name is, or ends with, the one asked for. Ends are found by the beginnings of names that are
 * turned round, since a simple name such as {@code <init>} may have as many bearers as there are classes.
 */
record FindQualifiedSymbols(SymbolQuery query) implements Query<FoundSymbols> {

    private static final String SQL = "select " + SymbolRow.COLUMNS + ", count(*) over ()" + SymbolRow.TABLES + """
            where left(reverse(symbol.qualified_name), 64) like ?
                and not (symbol.is_implicit and symbol.kind in ('class', 'module'))
                and (symbol.qualified_name = ? or right(symbol.qualified_name, ?::integer) = ?)
                and (?::text is null or file.repository = ?)
            order by symbol.qualified_name <> ?, symbol.is_test, symbol.name collate "C", file.repository collate "C",
                file.path collate "C", symbol.start_line, symbol.id
            limit ?
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public boolean isPlannedByValues() {
        return true;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        String name = query.plainName();
        String reversed = new StringBuilder(name).reverse().toString();
        String end = "." + name;
        parameters
                .text(NamePattern.startOf(reversed, 64))
                .text(name)
                .number(end.codePointCount(0, end.length()))
                .text(end)
                .text(query.repository())
                .text(query.repository())
                .text(name)
                .number(query.limit());
    }

    @Override
    public FoundSymbols read(ResultSet rows) throws SQLException {
        return SymbolRow.readFound(rows);
    }
}
