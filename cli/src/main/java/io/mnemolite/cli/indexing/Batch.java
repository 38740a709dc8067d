package io.mnemolite.cli.indexing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.indexing.ReadFile.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request tells the server: files to index, and paths that are gone. A file is at most 8 MiB, and a character at
 * most six bytes of JSON, so that a request stays below the 64 MiB that a server takes.
 */
final class Batch {

    private static final int MAX_FILES = 200;
    private static final int MAX_CHARACTERS = 4_000_000;
    static final int MAX_DELETED = 10_000;

    private final List<Source> files = new ArrayList<>();
    private final List<String> deleted;
    private final @Nullable String language;
    private long characters;

    /** @param language of all the files; null lets the server tell it from each */
    Batch(List<String> deleted, @Nullable String language) {
        this.deleted = deleted;
        this.language = language;
    }

    Batch() {
        this(List.of(), null);
    }

    /** One that tells of deleted paths too. */
    Batch and(List<String> paths) {
        Batch both = new Batch(paths, language);
        files.forEach(both::add);
        return both;
    }

    boolean namesLanguage() {
        return language != null;
    }

    /** Every file fits into an empty batch. */
    boolean hasRoomFor(Source file) {
        return files.isEmpty()
                || (files.size() < MAX_FILES && characters + file.content().length() <= MAX_CHARACTERS);
    }

    void add(Source file) {
        files.add(file);
        characters += file.content().length();
    }

    boolean isEmpty() {
        return files.isEmpty() && deleted.isEmpty();
    }

    List<Source> files() {
        return files;
    }

    List<String> deleted() {
        return deleted;
    }

    JsonNode request(String repository, @Nullable String commit, boolean buildGraph) {
        ObjectNode request = Json.object().put("repository", repository).put("build_graph", buildGraph);
        if (commit != null) {
            request.put("commit_hash", commit);
        }
        ArrayNode sent = request.putArray("files");
        for (Source file : files) {
            ObjectNode item = sent.addObject().put("path", file.file().path()).put("content", file.content());
            if (language != null) {
                item.put("language", language);
            }
        }
        ArrayNode gone = request.putArray("deleted_paths");
        deleted.forEach(gone::add);
        return request;
    }
}
