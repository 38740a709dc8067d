package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.FoundSymbols;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Symbols with their files as rows. */
final class SymbolRow {

    /** The columns that are read, of the aliases {@code symbol} and {@code file}. */
    static final String COLUMNS = """
            symbol.id, symbol.file_id, symbol.kind, symbol.name, symbol.qualified_name, symbol.signature,
                symbol.start_line, symbol.end_line, symbol.is_test, symbol.is_implicit,
                file.repository, file.path, file.language, file.indexed_at""";

    static final int COUNT = 14;

    /** The place of the file's path among the columns. */
    static final int PATH = 12;

    /** Where the columns are from. */
    static final String TABLES = """

            from mnemolite.code_symbol as symbol join mnemolite.code_file as file on file.id = symbol.file_id
            """;

    /** What follows {@code select}, up to and with the tables. */
    static final String SELECTED = COLUMNS + TABLES;

    private SymbolRow() {}

    static List<PlacedSymbol> readAll(ResultSet rows) throws SQLException {
        List<PlacedSymbol> symbols = new ArrayList<>();
        while (rows.next()) {
            symbols.add(read(rows));
        }
        return symbols;
    }

    /** Rows that end with how many there are, shown or not. */
    static FoundSymbols readFound(ResultSet rows) throws SQLException {
        List<PlacedSymbol> symbols = new ArrayList<>();
        long total = 0;
        while (rows.next()) {
            symbols.add(read(rows));
            total = rows.getLong(COUNT + 1);
        }
        return new FoundSymbols(symbols, total);
    }

    /** The symbol of the first columns of a row. */
    static PlacedSymbol read(ResultSet rows) throws SQLException {
        CodeSymbol symbol = new CodeSymbol(
                new SymbolId(rows.getObject(1, UUID.class)),
                new CodeFileId(rows.getObject(2, UUID.class)),
                DefinitionKind.valueOf(rows.getString(3).toUpperCase(Locale.ROOT)),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getInt(7),
                rows.getInt(8),
                rows.getBoolean(9),
                rows.getBoolean(10));
        return new PlacedSymbol(
                symbol,
                rows.getString(11),
                rows.getString(PATH),
                new Language(rows.getString(13)),
                Timestamps.read(rows, 14));
    }
}
