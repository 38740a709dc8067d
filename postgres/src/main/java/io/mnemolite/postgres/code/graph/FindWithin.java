package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Finds what stands within a symbol, by file and line, its own first: what its qualified name begins there, and in files that
 * have a part of it without its declaration, as a type's methods may stand in any file of a package of Go, or another part,
 * as in C# and Swift.
 */
record FindWithin(PlacedSymbol symbol) implements Query<List<PlacedSymbol>> {

    private static final String SQL = "select " + SymbolRow.SELECTED + """
            where symbol.file_id in (
                    select ?::uuid union
                    select part.file_id
                    from mnemolite.code_symbol as part join mnemolite.code_file as other on other.id = part.file_id
                    where left(reverse(part.qualified_name), 64) = left(reverse(?), 64) and part.qualified_name = ?
                        and (part.is_implicit or other.language in ('csharp', 'swift')) and other.repository = ? and other.language = ?)
                and (starts_with(symbol.qualified_name, ?) or symbol.qualified_name = ? and symbol.is_implicit)
                and symbol.id <> ?
            order by symbol.file_id <> ?, file.path collate "C", symbol.start_line, symbol.end_line desc, symbol.id
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        CodeSymbol of = symbol.symbol();
        String name = of.qualifiedName();
        parameters
                .uuid(of.file().value())
                .text(name)
                .text(name)
                .text(symbol.repository())
                .text(symbol.language().name())
                .text(name + ".")
                .text(name)
                .uuid(of.id().value())
                .uuid(of.file().value());
    }

    @Override
    public List<PlacedSymbol> read(ResultSet rows) throws SQLException {
        return SymbolRow.readAll(rows);
    }
}
