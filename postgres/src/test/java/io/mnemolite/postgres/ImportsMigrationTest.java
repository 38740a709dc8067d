package io.mnemolite.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.postgres.embedded.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A file's imports stood in the metadata of each of its chunks until they got a place of their own. */
class ImportsMigrationTest {

    private static final CodeFileId WITH = CodeFileId.of("r", "with.py");
    private static final CodeFileId WITHOUT = CodeFileId.of("r", "without.py");
    private static final CodeFileId EMPTY = CodeFileId.of("r", "empty.py");

    private final String url = TestPostgres.major(18).freshDatabase();

    @Test
    void migrate_ofChunksWithImports_movesThemToTheFileAndKeepsTheRest() throws SQLException {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(url);
        Migrations.run(connections, Migrations.SCHEMA, 4);
        file(WITH, "with.py");
        file(WITHOUT, "without.py");
        file(EMPTY, "empty.py");
        chunk(
                WITH,
                0,
                "{\"imports\": [\"import b\", \"from a import \\\"x\\\"\", \"import b.c\"], \"docstring\": \"first\"}");
        chunk(
                WITH,
                1,
                "{\"imports\": [\"import b\", \"from a import \\\"x\\\"\", \"import b.c\"], \"calls\": [\"b.f\"]}");
        chunk(WITHOUT, 0, "{\"docstring\": \"alone\", \"lines_of_code\": 3}");

        Migrations.run(connections, Migrations.SCHEMA);

        try (PostgresStore store = new PostgresStore(PostgresSettings.development(DatabaseAddress.parse(url)))) {
            store.migrate();
            Map<CodeFileId, IndexedCodeFile> files = new TreeMap<>();
            store.code()
                    .findAll(List.of(WITH, WITHOUT, EMPTY), "")
                    .forEach(file -> files.put(file.file().id(), file));
            assertThat(imports(files, WITH)).containsExactly("import b", "from a import \"x\"", "import b.c");
            assertThat(imports(files, WITHOUT)).isEmpty();
            assertThat(imports(files, EMPTY)).isEmpty();
            assertThat(docstrings(files, WITH)).containsExactly("first", "");
            assertThat(docstrings(files, WITHOUT)).containsExactly("alone");
        }
    }

    private static List<String> imports(Map<CodeFileId, IndexedCodeFile> files, CodeFileId id) {
        IndexedCodeFile file = files.get(id);
        return file == null ? List.of("no such file") : file.file().imports();
    }

    private static List<String> docstrings(Map<CodeFileId, IndexedCodeFile> files, CodeFileId id) {
        List<String> found = new ArrayList<>();
        IndexedCodeFile file = files.get(id);
        if (file != null) {
            for (IndexedCodeFile.Piece piece : file.pieces()) {
                String docstring = piece.chunk().chunk().metadata().docstring();
                found.add(docstring == null ? "" : docstring);
            }
        }
        return found;
    }

    private void file(CodeFileId id, String path) throws SQLException {
        execute("""
                insert into mnemolite.code_file (id, repository, path, language, content_hash, parser_version, size_bytes,
                    line_count, chunk_count, is_test, is_generated, is_embedded, indexed_at)
                values ('%s', 'r', '%s', 'python', sha256(''), '1', 1, 1, 1, false, false, false, now())
                """.formatted(id, path));
    }

    private void chunk(CodeFileId file, int ordinal, String metadata) throws SQLException {
        execute("""
                insert into mnemolite.code_chunk (id, file_id, ordinal, chunk_type, name, qualified_name, start_line,
                    end_line, source, metadata, text_hash)
                values (gen_random_uuid(), '%s', %d, 'module', 'm', 'm', 1, 1, 'x', '%s', sha256('x'))
                """.formatted(file, ordinal, metadata));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
