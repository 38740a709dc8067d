package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.ScannedFile;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads files of a repository in the order of ids, a page at a time, with all their symbols by line. */
record ScanSymbols(String repository, @Nullable CodeFileId after, int limit) implements Query<List<ScannedFile>> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String SQL = "select " + SymbolRow.COLUMNS + """
            , file.id
            from (
                select id, repository, path, language, indexed_at from mnemolite.code_file
                where repository = ? and id > ? order by id limit ?) as file
            left join mnemolite.code_symbol as symbol on symbol.file_id = file.id
            order by file.id, symbol.start_line, symbol.end_line desc, symbol.id
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .text(repository)
                .uuid(after == null ? BEFORE_ALL : after.value())
                .number(limit);
    }

    @Override
    public List<ScannedFile> read(ResultSet rows) throws SQLException {
        List<ScannedFile> files = new ArrayList<>();
        CodeFileId id = null;
        String path = "";
        List<PlacedSymbol> symbols = new ArrayList<>();
        while (rows.next()) {
            CodeFileId next = new CodeFileId(rows.getObject(SymbolRow.COUNT + 1, UUID.class));
            if (!next.equals(id)) {
                if (id != null) {
                    files.add(new ScannedFile(id, path, symbols));
                }
                id = next;
                path = rows.getString(SymbolRow.PATH);
                symbols = new ArrayList<>();
            }
            if (rows.getObject(1) != null) {
                symbols.add(SymbolRow.read(rows));
            }
        }
        if (id != null) {
            files.add(new ScannedFile(id, path, symbols));
        }
        return files;
    }
}
