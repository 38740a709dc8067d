package io.mnemolite.postgres.backup;

import io.mnemolite.core.embedding.EmbeddingSpace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds and where it comes from.
 *
 * @param formatVersion of the file, at most {@link #FORMAT}
 * @param productVersion of the MnemoLite that wrote it
 * @param createdAt the moment of the snapshot
 * @param postgresVersion of the server that was read
 * @param cluster PostgreSQL's system identifier; null where the server keeps it for itself
 * @param space of the vectors; null while none was adopted
 * @param migrations that the schema had, by version, with the checksum of each
 * @param tables in the order of the file
 * @param sequences the last value of each that was used
 */
public record BackupManifest(
        int formatVersion,
        String productVersion,
        Instant createdAt,
        String postgresVersion,
        @Nullable String cluster,
        @Nullable EmbeddingSpace space,
        Map<Integer, Integer> migrations,
        List<TableContents> tables,
        Map<String, Long> sequences) {

    /** The version of the format that is written. */
    public static final int FORMAT = 1;

    public BackupManifest {
        migrations = Map.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
    }

    /** The version of the schema that the tables have. */
    public int schemaVersion() {
        return migrations.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    public Optional<TableContents> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** Of all tables. */
    public long rows() {
        return tables.stream().mapToLong(TableContents::rows).sum();
    }

    /** Of all tables, as text that is not compressed. */
    public long bytes() {
        return tables.stream().mapToLong(TableContents::bytes).sum();
    }
}
