package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search index is derived: whatever happens to it, the next start has all of it again. */
class LifecycleIndexTest {

    private static final int EVENTS = 300;

    @TempDir
    Path directory;

    @Test
    void start_indexDeletedOrDamaged_rebuildsItAndAnswersReadsMeanwhile() throws IOException {
        Path home = directory.resolve("home");
        List<String> ids;
        try (PackagedServer server = LocalServers.start(home)) {
            ids = remember(server.http());
        }

        Homes.delete(home.resolve("index"));
        checkAll(home, ids);

        for (Path file : indexFiles(home)) {
            Files.write(file, new byte[] {1, 2, 3});
        }
        checkAll(home, ids);

        // Only the data is damaged, not the file that names it.
        for (Path file : indexFiles(home)) {
            if (!file.getFileName().toString().startsWith("segments")) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        checkAll(home, ids);
    }

    private static void checkAll(Path home, List<String> ids) {
        try (PackagedServer server = LocalServers.start(home)) {
            Http http = server.http();
            // Whether it is being rebuilt or is ready already, reads by id do not wait for it.
            Answer first = http.get("/v1/events/" + ids.getFirst());
            assertThat(first.status()).as(first.body()).isEqualTo(200);
            CrashAudit.awaitIndex(http);
            Answer found = http.get("/v1/search/?mode=lexical&limit=100&include_embedding=false&vector_query=lantern");
            assertThat(found.json().at("/meta/total_hits").asInt())
                    .as(found.body())
                    .isEqualTo(EVENTS);
            for (String mode : List.of("lexical", "vector", "hybrid")) {
                Answer one = http.get(
                        "/v1/search/?limit=1&include_embedding=false&vector_query=lantern+number7&mode=" + mode);
                assertThat(one.json().at("/data/0/id").asText())
                        .as(mode + one.body())
                        .isEqualTo(ids.get(7));
            }
            CrashAudit.verify(http);
        }
    }

    private static List<String> remember(Http http) {
        String events = IntStream.range(0, EVENTS)
                .mapToObj(number -> "{\"content\":{\"text\":\"lantern number" + number + "\"}}")
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
        Answer answer = http.post("/v1/events/batch?include_embedding=false", events);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        List<String> ids = new ArrayList<>();
        for (JsonNode event : answer.json().path("events")) {
            ids.add(event.path("id").asText());
        }
        return ids;
    }

    private static List<Path> indexFiles(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("index"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".lock"))
                    .toList();
        }
    }
}
