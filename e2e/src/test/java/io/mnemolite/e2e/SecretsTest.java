package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http.Answer;
import io.mnemolite.postgres.embedded.EmbeddedPostgres;
import io.mnemolite.postgres.embedded.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret on its way into the store, by every entrance and with each {@code secrets.policy}. */
class SecretsTest {

    /** In parts, so that nobody takes it for a real one. */
    private static final String TOKEN = "ghp" + "_" + "k7Qw2Zx9Lm4T".repeat(3);

    private static final String REDACTED = "[redacted: github-token]";
    private static final String HEADER = "X-Redacted-Secrets";
    private static final String CONTENT = "{\"text\":\"the deployment uses %s\"}".formatted(TOKEN);
    private static final String PREFIX = "01890a5d-ac96-774b-bcce-b302099a800";
    private static final String LINES = """
            {"id":"%1$s1","timestamp":"2024-01-01","content":{"text":"an ordinary line"},"awaits_vector":false}
            {"id":"%1$s2","timestamp":"2024-01-01","content":%2$s,"awaits_vector":false}
            {"id":"%1$s3","timestamp":"2024-01-01","content":{"text":"another ordinary line"},"awaits_vector":false}
            """.formatted(PREFIX, CONTENT);

    @TempDir
    Path directory;

    @Test
    void redact_isTheDefaultAndLeavesNoSecretAnywhere() throws Exception {
        Path home = directory.resolve("home");
        try (PackagedServer server = LocalServers.start(home)) {
            Http http = server.http();

            Answer created = http.post(
                    "/v1/events/", "{\"content\":%1$s,\"metadata\":{\"a\":[\"%2$s\"]}}".formatted(CONTENT, TOKEN));
            assertRedacted(created, 201, "2");
            String path = "/v1/events/" + created.id();
            assertRedacted(
                    http.post("/v1/events/batch", "{\"events\":[{\"content\":{}},{\"content\":" + CONTENT + "}]}"),
                    201,
                    "1");
            assertRedacted(http.patch(path + "/metadata", "{\"deep\":{\"b\":\"" + TOKEN + "\"}}"), 200, "1");
            assertRedacted(
                    http.put(path, "{\"content\":" + CONTENT + ",\"metadata\":{\"c\":\"" + TOKEN + "\"}}"), 200, "2");
            assertThat(http.post("/v1/events/", "{\"content\":{\"text\":\"plain\"}}")
                            .header(HEADER))
                    .isEmpty();
            assertThat(http.post("/v1/events/import", LINES).json())
                    .isEqualTo(Http.tree("{\"imported\":3,\"skipped\":0,\"failed\":0,\"redacted\":1}"));
            assertThat(http.post("/v1/events/import", LINES).json())
                    .isEqualTo(Http.tree("{\"imported\":0,\"skipped\":3,\"failed\":0,\"redacted\":1}"));
            assertThat(importedFromV1(http).path("redacted").asInt()).isEqualTo(3);
            Answer node = http.post(
                    "/v1/graph/nodes", "{\"label\":\"the %1$s\",\"properties\":{\"a\":[\"%1$s\"]}}".formatted(TOKEN));
            assertRedacted(node, 201, "2");
            assertRedacted(
                    http.post(
                            "/v1/graph/edges",
                            "{\"source\":\"%1$s\",\"target\":\"%1$s\",\"properties\":%2$s}"
                                    .formatted(node.id(), CONTENT)),
                    201,
                    "1");

            assertThat(http.get(path).json().path("content").path("text").asText())
                    .isEqualTo("the deployment uses " + REDACTED);
            assertThat(found(http, "deployment")).contains(REDACTED).doesNotContain(TOKEN);
            assertThat(found(http, TOKEN)).doesNotContain("deployment");
            assertThat(http.get("/v1/events/export").body()).contains(REDACTED).doesNotContain(TOKEN);
            assertThat(http.get("/v1/graph/nodes").body())
                    .contains("the " + REDACTED)
                    .doesNotContain(TOKEN);
            assertThat(http.get("/metrics").body().lines())
                    .contains("mnemolite_secrets_found_total{kind=\"github-token\"} 14.0");
            assertThat(server.output()).doesNotContain(TOKEN);
            assertThat(server.stop()).isIn(0, 143);
        }
        assertThat(filesThatHold(home, TOKEN)).isEmpty();
        assertThat(filesThatHold(home, "an ordinary line")).isNotEmpty();
    }

    @Test
    void block_refusesAndNamesKindAndPlaceButNotTheSecret() throws Exception {
        try (PackagedServer server =
                LocalServers.start(directory.resolve("home"), LocalServers.MOCK, "--secrets.policy=block")) {
            Http http = server.http();
            String path =
                    "/v1/events/" + http.store("{\"text\":\"plain\"}", "{}").id();
            String before = http.get(path).body();

            assertBlocked(http.post("/v1/events/", "{\"content\":" + CONTENT + "}"), "content.text");
            assertBlocked(
                    http.post("/v1/events/batch", "{\"events\":[{\"content\":{}},{\"content\":" + CONTENT + "}]}"),
                    "events[1].content.text");
            assertBlocked(http.patch(path + "/metadata", "{\"deep\":{\"b\":\"" + TOKEN + "\"}}"), "metadata.deep.b");
            assertBlocked(http.put(path, "{\"content\":{\"list\":[\"" + TOKEN + "\"]}}"), "content.list[0]");
            assertThat(http.get(path).body()).isEqualTo(before);
            assertBlocked(http.post("/v1/graph/nodes", "{\"label\":\"" + TOKEN + "\"}"), "label");
            assertBlocked(http.post("/v1/graph/nodes", "{\"properties\":" + CONTENT + "}"), "properties.text");
            String node = http.post("/v1/graph/nodes", "{\"label\":\"plain\"}").id();
            assertBlocked(
                    http.post(
                            "/v1/graph/edges",
                            "{\"source\":\"%1$s\",\"target\":\"%1$s\",\"properties\":%2$s}".formatted(node, CONTENT)),
                    "properties.text");

            Answer imported = http.post("/v1/events/import", LINES);
            List<JsonNode> report = imported.body().lines().map(Http::tree).toList();
            assertThat(report).hasSize(2);
            assertThat(report.getFirst().path("line").asInt()).isEqualTo(2);
            assertThat(report.getFirst().path("error").asText()).contains("content.text (github-token)");
            assertThat(report.getLast()).isEqualTo(Http.tree("{\"imported\":2,\"skipped\":0,\"failed\":1}"));
            assertThat(imported.body()).doesNotContain(TOKEN);
            JsonNode summary = importedFromV1(http);
            assertThat(summary.path("refused").asInt()).isEqualTo(1);
            assertThat(summary.path("nodes_refused").asInt()).isEqualTo(1);
            assertThat(summary.path("edges_refused").asInt()).isEqualTo(1);
            assertThat(summary.path("edges").asInt()).isZero();
            assertThat(summary.path("nodes").asInt()).isEqualTo(1);

            assertThat(http.get("/v1/events/export").body().lines()).hasSize(4);
            assertThat(http.get("/v1/events/export").body()).doesNotContain(TOKEN, "redacted");
            assertThat(server.output()).doesNotContain(TOKEN);
        }
    }

    @Test
    void off_storesWhatCame() {
        Map<String, String> environment = Map.of("EMBEDDING_MODE", "mock", "SECRETS_POLICY", "off");
        try (PackagedServer server = LocalServers.start(directory.resolve("home"), environment)) {
            Http http = server.http();
            Answer created = http.store(CONTENT, "{\"a\":\"" + TOKEN + "\"}");
            String path = "/v1/events/" + created.id();

            assertThat(created.header(HEADER)).isEmpty();
            assertThat(http.get(path).json().path("content")).isEqualTo(Http.tree(CONTENT));
            assertThat(http.patch(path + "/metadata", "{\"b\":\"" + TOKEN + "\"}")
                            .body())
                    .contains("\"b\":\"" + TOKEN);
            assertThat(http.post("/v1/events/import", LINES).json())
                    .isEqualTo(Http.tree("{\"imported\":3,\"skipped\":0,\"failed\":0}"));
            assertThat(found(http, "deployment")).contains(TOKEN);
        }
    }

    private static void assertRedacted(Answer answer, int status, String count) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(REDACTED).doesNotContain(TOKEN);
        assertThat(answer.header(HEADER)).isEqualTo(count);
    }

    private static void assertBlocked(Answer answer, String place) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.sentence()).contains("secret at " + place + " (github-token):");
        assertThat(answer.body()).doesNotContain(TOKEN);
    }

    private static String found(Http http, String words) {
        return http.get(Http.query("/v1/search/", "mode", "lexical", "vector_query", words))
                .json()
                .path("data")
                .toString();
    }

    /** The summary of the import of a v1 database with one ordinary event and one with a secret. */
    private static JsonNode importedFromV1(Http http) throws SQLException {
        TestPostgres postgres = TestPostgres.bundled();
        String database = postgres.freshDatabase();
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table events (id uuid primary key, timestamp timestamptz not null, content jsonb not null,
                        embedding real[], metadata jsonb);
                    create table nodes (node_id uuid primary key, node_type text, label text, properties jsonb,
                        created_at timestamptz);
                    create table edges (edge_id uuid primary key, source_node_id uuid, target_node_id uuid,
                        relation_type text, properties jsonb, created_at timestamptz);
                    insert into events values
                        (gen_random_uuid(), '2025-01-01Z', '%1$s', null, '{}'),
                        (gen_random_uuid(), '2025-01-02Z', '{"text":"of v1"}', null, '{}');
                    insert into nodes values
                        ('%2$s1', 'note', 'plain', '{}', '2025-01-01Z'),
                        (gen_random_uuid(), 'note', '%3$s', '{}', '2025-01-01Z');
                    insert into edges values
                        (gen_random_uuid(), '%2$s1', '%2$s1', 'about', '%1$s', '2025-01-01Z')""".formatted(CONTENT, PREFIX, TOKEN));
        }
        EmbeddedPostgres server = postgres.server();
        String url = "postgresql://" + server.user() + ":" + server.password() + "@127.0.0.1:" + server.port() + "/"
                + database.replaceAll(".*/|\\?.*", "");
        Answer answer = http.post("/v1/import/v1", "{\"url\":\"" + url + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Http.tree(answer.body().lines().toList().getLast());
    }

    /** Of the database, its log, the index and the server's log, compared without regard to case. */
    private static List<Path> filesThatHold(Path home, String text) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text.toLowerCase(Locale.ROOT)))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
