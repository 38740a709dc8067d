package io.mnemolite.postgres.code.read;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.code.store.CodeFile;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A row of the table of files, of which {@code file} is the alias. */
final class FileRow {

    /** The columns of {@link #read}. */
    static final String COLUMNS = "file.id, file.repository, file.path, file.language, file.content_hash,"
            + " file.parser_version, file.size_bytes, file.line_count, file.chunk_count, file.is_test,"
            + " file.is_generated, file.is_embedded, file.commit_hash, file.imports, file.indexed_at, file.revision,"
            + " file.vector_revision";

    /** How many {@link #COLUMNS} there are. */
    static final int COUNT = 17;

    /** The columns of {@link #readStates}. */
    static final String STATE_COLUMNS =
            "file.path, file.content_hash, file.parser_version, file.chunk_count, file.is_embedded";

    private FileRow() {}

    static CodeFileId id(ResultSet rows) throws SQLException {
        return new CodeFileId(rows.getObject(1, UUID.class));
    }

    static CodeFile read(ResultSet rows) throws SQLException {
        return new CodeFile(
                id(rows),
                rows.getString(2),
                rows.getString(3),
                new Language(rows.getString(4)),
                Sha256.of(rows.getBytes(5)),
                rows.getString(6),
                rows.getLong(7),
                rows.getInt(8),
                rows.getInt(9),
                rows.getBoolean(10),
                rows.getBoolean(11),
                rows.getBoolean(12),
                rows.getString(13),
                imports(rows),
                Timestamps.read(rows, 15),
                rows.getLong(16),
                rows.getLong(17));
    }

    private static List<String> imports(ResultSet rows) throws SQLException {
        String joined = rows.getString(14);
        return joined.isEmpty() ? List.of() : List.of(joined.split("\n"));
    }

    static List<FileState> readStates(ResultSet rows) throws SQLException {
        List<FileState> states = new ArrayList<>();
        while (rows.next()) {
            states.add(new FileState(
                    rows.getString(1),
                    Sha256.of(rows.getBytes(2)),
                    rows.getString(3),
                    rows.getInt(4),
                    rows.getBoolean(5)));
        }
        return states;
    }
}
