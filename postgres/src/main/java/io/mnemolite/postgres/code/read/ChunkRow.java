package io.mnemolite.postgres.code.read;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.ChunkType;
import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeChunkId;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** A row of the table of chunks, of which {@code chunk} is the alias. */
final class ChunkRow {

    static final String COLUMNS = "chunk.id, chunk.file_id, chunk.ordinal, chunk.chunk_type, chunk.name,"
            + " chunk.qualified_name, chunk.source, chunk.start_line, chunk.end_line, chunk.metadata::text,"
            + " chunk.text_hash";

    /** How many {@link #COLUMNS} there are. */
    static final int COUNT = 11;

    private ChunkRow() {}

    /** @param first the first column of {@link #COLUMNS} */
    static CodeChunk read(ResultSet rows, int first) throws SQLException {
        return new CodeChunk(
                new CodeChunkId(rows.getObject(first, UUID.class)),
                new CodeFileId(rows.getObject(first + 1, UUID.class)),
                rows.getInt(first + 2),
                new Chunk(
                        ChunkType.valueOf(rows.getString(first + 3).toUpperCase(Locale.ROOT)),
                        rows.getString(first + 4),
                        rows.getString(first + 5),
                        rows.getString(first + 6),
                        rows.getInt(first + 7),
                        rows.getInt(first + 8),
                        MetadataJson.read(Json.read(rows.getString(first + 9)))),
                Sha256.of(rows.getBytes(first + 10)));
    }
}
