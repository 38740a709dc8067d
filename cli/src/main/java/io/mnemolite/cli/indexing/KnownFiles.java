package io.mnemolite.cli.indexing;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Query;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the server knows of a repository's files, kept up to date with what it is sent. */
final class KnownFiles {

    private static final int PAGE = 10_000;

    /** No file has this hash, so a file that bears it is sent anew. */
    private static final String OUTDATED = "";

    private final Map<String, String> hashes = new HashMap<>();

    static KnownFiles of(ServerConnection server, String repository) {
        KnownFiles known = new KnownFiles();
        Query pages = Routes.codeFiles(repository).with("limit", PAGE);
        JsonNode page = server.get(pages.route());
        known.add(page);
        while (page.path("next_cursor").isTextual()) {
            page = server.get(
                    pages.with("cursor", page.path("next_cursor").asText()).route());
            known.add(page);
        }
        return known;
    }

    private void add(JsonNode page) {
        for (JsonNode file : page.path("files")) {
            boolean isCurrent = file.path("current").asBoolean(true);
            hashes.put(
                    file.path("path").asText(),
                    isCurrent ? file.path("content_hash").asText() : OUTDATED);
        }
    }

    boolean isCurrent(String path, String hash) {
        return hash.equals(hashes.get(path));
    }

    Set<String> paths() {
        return hashes.keySet();
    }

    void stored(String path, String hash) {
        hashes.put(path, hash);
    }

    void removed(String path) {
        hashes.remove(path);
    }
}
