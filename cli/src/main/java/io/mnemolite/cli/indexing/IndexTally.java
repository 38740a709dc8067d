package io.mnemolite.cli.indexing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.discovery.SkippedFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one round of indexing did, counted while it runs. */
final class IndexTally {

    private final List<SkippedFile> skipped = new ArrayList<>();
    private final List<JsonNode> errors = new ArrayList<>();
    private long indexed;
    private long unchanged;
    private long deleted;
    private long failed;
    private long chunks;
    private long bytesSent;
    private JsonNode graph = Json.object();
    private Duration time = Duration.ZERO;

    void skip(SkippedFile file) {
        skipped.add(file);
    }

    void leaveUnchanged() {
        unchanged++;
    }

    void send(long bytes) {
        bytesSent += bytes;
    }

    /**
     * Adds the answer to a batch.
     *
     * @param again names files that it calls failed and that will be sent once more
     */
    void add(JsonNode answer, Set<String> again) {
        long same = answer.path("unchanged_files").asLong();
        indexed += answer.path("indexed_files").asLong() - same;
        unchanged += same;
        deleted += answer.path("deleted_files").asLong();
        failed += answer.path("failed_files").asLong() - again.size();
        chunks += answer.path("indexed_chunks").asLong();
        for (JsonNode error : answer.path("errors")) {
            if (!again.contains(error.path("file").asText())) {
                errors.add(error);
            }
        }
    }

    /** @param sentence what is to be known of a file that was indexed */
    void note(String path, String sentence) {
        errors.add(Json.object().put("file", path).put("error", sentence));
    }

    /** @param figures the whole graph in numbers, once it is built */
    void graph(JsonNode figures) {
        graph = figures;
    }

    void took(Duration duration) {
        time = duration;
    }

    long indexed() {
        return indexed;
    }

    long unchanged() {
        return unchanged;
    }

    long deleted() {
        return deleted;
    }

    /** Files that the server could not index. */
    long failed() {
        return failed;
    }

    long chunks() {
        return chunks;
    }

    /** Size of the files that were sent. */
    long bytesSent() {
        return bytesSent;
    }

    long symbols() {
        return graph.path("total_nodes").asLong();
    }

    long edges() {
        return graph.path("total_edges").asLong();
    }

    /** Percent of the calls within the repository; null when there are none to speak of. */
    @Nullable
    Double accuracy() {
        JsonNode accuracy = graph.path("resolution_accuracy");
        return accuracy.isNumber() ? accuracy.asDouble() : null;
    }

    Duration time() {
        return time;
    }

    List<SkippedFile> skipped() {
        return skipped;
    }

    /** As the server named them: {@code file} and {@code error}. */
    List<JsonNode> errors() {
        return errors;
    }

    boolean hasChanges() {
        return indexed + deleted + failed > 0;
    }

    ObjectNode json(String repository, @Nullable String commit) {
        ObjectNode json = Json.object()
                .put("repository", repository)
                .put("commit_hash", commit)
                .put("indexed_files", indexed)
                .put("unchanged_files", unchanged)
                .put("deleted_files", deleted)
                .put("failed_files", failed)
                .put("indexed_chunks", chunks)
                .put("total_nodes", symbols())
                .put("total_edges", edges())
                .put("resolution_accuracy", accuracy())
                .put("bytes_sent", bytesSent)
                .put("seconds", time.toMillis() / 1_000.0);
        ArrayNode files = json.putArray("skipped");
        for (SkippedFile file : skipped) {
            files.addObject()
                    .put("path", file.path())
                    .put("reason", file.reason().name().toLowerCase(Locale.ROOT));
        }
        json.putArray("errors").addAll(errors);
        return json;
    }
}
