package io.mnemolite.benchmarks.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.benchmarks.harness.Api;
import io.mnemolite.benchmarks.harness.Server;
import java.time.Duration;
import java.util.Map;

/** A server's code index, filled over HTTP. */
final class IndexedCode {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(20);
    private static final Duration LOOKED_FOR_EVERY = Duration.ofMillis(500);

    private final Api api;

    IndexedCode(Server server) {
        this.api = server.api();
    }

    /** What a request takes beside its files. */
    record Wishes(boolean embeddings, boolean graph) {}

    static String body(String repository, Map<String, String> files, Wishes wishes) {
        ObjectNode body = Api.JSON.createObjectNode().put("repository", repository);
        ArrayNode all = body.putArray("files");
        files.forEach((path, content) -> all.addObject().put("path", path).put("content", content));
        return body.put("generate_embeddings", wishes.embeddings())
                .put("build_graph", wishes.graph())
                .toString();
    }

    /** The answer, all of whose files were indexed. */
    JsonNode index(String repository, Map<String, String> files, Wishes wishes) {
        JsonNode answer = api.post("/v1/code/index", body(repository, files, wishes));
        if (answer.path("failed_files").asInt(-1) != 0) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }

    /** Waits until no chunk awaits a vector; how many chunks wanted one. */
    long awaitVectors() {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end) {
            long wanted = 0;
            long awaited = 0;
            for (JsonNode repository : api.get("/v1/code/index/status").path("repositories")) {
                wanted += repository.path("vectors_wanted").asLong();
                awaited += repository.path("vectors_awaited").asLong();
            }
            if (awaited == 0) {
                return wanted;
            }
            try {
                Thread.sleep(LOOKED_FOR_EVERY);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("Vectors are awaited still after " + LONGEST_WAIT);
    }
}
