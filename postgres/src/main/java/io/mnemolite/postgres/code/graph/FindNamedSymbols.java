package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Finds symbols whose simple name begins as asked for, or whose initials do; a superset of those that match. */
record FindNamedSymbols(SymbolQuery query, int limit) implements Query<List<PlacedSymbol>> {

    private static final String SQL = "select " + SymbolRow.SELECTED + """
            where (left(lower(symbol.name), 64) like ? or (? <> '' and left(symbol.initials, 16) like ?))
                and (?::text is null or file.repository = ?)
            order by lower(symbol.name) <> ?, symbol.is_test, length(symbol.name), symbol.name, file.repository,
                file.path, symbol.start_line, symbol.id
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
        String name = query.simpleName().toLowerCase(Locale.ROOT);
        String initials = SymbolQuery.initials(query.simpleName());
        boolean hasHumps = initials.length() > 1;
        parameters
                .text(prefix(cut(name, 64)))
                .text(hasHumps ? initials : "")
                .text(prefix(cut(initials, 16)))
                .text(query.repository())
                .text(query.repository())
                .text(name)
                .number(limit);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static String prefix(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    @Override
    public List<PlacedSymbol> read(ResultSet rows) throws SQLException {
        return SymbolRow.readAll(rows);
    }
}
