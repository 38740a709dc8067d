package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.FoundSymbols;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Finds symbols whose simple name begins as asked for, or whose humps do. */
record FindNamedSymbols(SymbolQuery query) implements Query<FoundSymbols> {

    private static final String SQL = "select " + SymbolRow.COLUMNS + ", count(*) over ()" + SymbolRow.TABLES + """
            where (left(lower(symbol.name), 64) like ? and starts_with(lower(symbol.name), ?)
                    or (? <> '' and left(symbol.initials, 16) like ? and symbol.name ~ ?))
                and not symbol.is_implicit
                and (?::text is null or file.repository = ?)
            order by
                case when symbol.qualified_name = ? then 0 when symbol.name = ? then 2
                    when starts_with(lower(symbol.name), ?) then 3 else 4 end,
                symbol.is_test, symbol.name collate "C", file.repository collate "C", file.path collate "C",
                symbol.start_line, symbol.id
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
        String lower = name.toLowerCase(Locale.ROOT);
        String humps = query.humps();
        String initials = humps == null ? "" : SymbolQuery.initials(name);
        parameters
                .text(NamePattern.startOf(lower, 64))
                .text(lower)
                .text(initials)
                .text(NamePattern.startOf(initials, 16))
                .text(humps)
                .text(query.repository())
                .text(query.repository())
                .text(name)
                .text(name)
                .text(lower)
                .number(query.limit());
    }

    @Override
    public FoundSymbols read(ResultSet rows) throws SQLException {
        return SymbolRow.readFound(rows);
    }
}
