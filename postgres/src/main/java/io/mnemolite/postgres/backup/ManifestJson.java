package io.mnemolite.postgres.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingSpace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A manifest as it stands in the file. */
final class ManifestJson {

    private ManifestJson() {}

    static ObjectNode write(BackupManifest manifest) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", manifest.formatVersion());
        json.put("product", manifest.productVersion());
        json.put("created_at", manifest.createdAt().toString());
        json.put("postgres", manifest.postgresVersion());
        json.put("cluster", manifest.cluster());
        EmbeddingSpace space = manifest.space();
        if (space != null) {
            json.putObject("embedding").put("model", space.model()).put("dimension", space.dimension());
        }
        ObjectNode migrations = json.putObject("migrations");
        new TreeMap<>(manifest.migrations())
                .forEach((version, checksum) -> migrations.put(Integer.toString(version), checksum));
        ObjectNode tables = json.putObject("tables");
        for (TableContents table : manifest.tables()) {
            ObjectNode entry = tables.putObject(table.name());
            table.columns().forEach(entry.putArray("columns")::add);
            entry.put("rows", table.rows());
            entry.put("bytes", table.bytes());
            entry.put("sum_of_sha256", table.hash());
        }
        ObjectNode sequences = json.putObject("sequences");
        new TreeMap<>(manifest.sequences()).forEach(sequences::put);
        return json;
    }

    /** The version of the format, which stands in every manifest, also of formats to come. */
    static int format(JsonNode json) {
        return json.required("format").intValue();
    }

    /** @throws IllegalArgumentException when something is missing */
    static BackupManifest read(JsonNode json) {
        Map<Integer, Integer> migrations = new TreeMap<>();
        json.required("migrations")
                .properties()
                .forEach(entry -> migrations.put(
                        Integer.parseInt(entry.getKey()), entry.getValue().intValue()));
        List<TableContents> tables = new ArrayList<>();
        json.required("tables").properties().forEach(entry -> tables.add(table(entry.getKey(), entry.getValue())));
        Map<String, Long> sequences = new TreeMap<>();
        json.required("sequences")
                .properties()
                .forEach(entry -> sequences.put(entry.getKey(), entry.getValue().longValue()));
        return new BackupManifest(
                format(json),
                json.required("product").asText(),
                Instant.parse(json.required("created_at").asText()),
                json.required("postgres").asText(),
                json.path("cluster").textValue(),
                space(json.path("embedding")),
                migrations,
                tables,
                sequences);
    }

    private static TableContents table(String name, JsonNode json) {
        List<String> columns = new ArrayList<>();
        json.required("columns").forEach(column -> columns.add(column.asText()));
        return new TableContents(
                name,
                columns,
                json.required("rows").longValue(),
                json.required("bytes").longValue(),
                json.required("sum_of_sha256").asText());
    }

    private static @Nullable EmbeddingSpace space(JsonNode json) {
        return json.isObject()
                ? new EmbeddingSpace(
                        json.required("model").asText(),
                        json.required("dimension").intValue())
                : null;
    }
}
