package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http.Answer;
import io.mnemolite.postgres.embedded.EmbeddedPostgres;
import io.mnemolite.postgres.embedded.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /v1/import/v1}: the events of a database that v1 has filled. */
class HttpV1ImportTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PREFIX = "00000000-0000-0000-0000-00000000000";

    private final TestPostgres postgres = TestPostgres.bundled();
    private final String database = postgres.freshDatabase();
    private final Http http = SharedServer.emptied();

    @BeforeEach
    void v1Database() throws SQLException {
        execute("""
                create table events (id uuid primary key, timestamp timestamptz not null, content jsonb not null,
                    embedding real[], metadata jsonb);
                create table nodes (node_id uuid primary key, node_type text, label text, properties jsonb,
                    created_at timestamptz);
                create table edges (edge_id uuid primary key, source_node_id uuid, target_node_id uuid,
                    relation_type text, properties jsonb, created_at timestamptz);
                insert into nodes values
                    ('%1$sa', 'person', 'Ada', '{"born": 1815}', '2025-01-01Z'),
                    ('%1$sb', null, null, null, '2025-01-02Z');
                insert into edges values
                    ('%1$sc', '%1$sa', '%1$sb', 'knows', '{}', '2025-01-03Z'),
                    ('%1$sd', '%1$sa', gen_random_uuid(), 'knows', '{}', '2025-01-03Z');
                insert into events values
                    ('%1$s1', '2025-01-01T01:00:00+01:00', '{"text":"kept"}', '{%2$s}', '{"k": 1.50}'),
                    ('%1$s2', '2025-01-02Z', '{"text":"renewed"}', '{1,0}', null),
                    ('%1$s3', '2025-01-03Z', '{"n":"no text"}', null, '{}');
                insert into events select gen_random_uuid(), '2025-02-01Z', jsonb_build_object('text', 'more ' || n)
                    from generate_series(1, 600) n""".formatted(PREFIX, "0.5" + ",0".repeat(SharedServer.DIMENSION - 1)));
    }

    @Test
    void events_areCopiedWithIdsTimesAndVectors() {
        List<JsonNode> lines = imported();

        assertThat(lines)
                .containsExactly(
                        Http.tree("{\"done\":500,\"total\":607}"),
                        Http.tree("{\"done\":603,\"total\":607}"),
                        Http.tree("{\"done\":605,\"total\":607}"),
                        Http.tree("{\"done\":607,\"total\":607}"),
                        Http.tree("{\"imported\":603,\"skipped\":0,\"failed\":0,\"vectors_kept\":1,"
                                + "\"vectors_renewed\":1,\"nodes\":2,\"edges\":1}"));
        Answer answer = http.get("/v1/events/" + PREFIX + "1");
        JsonNode kept = answer.json();
        assertThat(kept.path("timestamp").asText()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(kept.path("content")).isEqualTo(Http.tree("{\"text\":\"kept\"}"));
        assertThat(answer.body()).contains("\"metadata\":{\"k\":1.50}");
        assertThat(kept.path("embedding")).hasSize(SharedServer.DIMENSION);
        assertThat(kept.path("embedding").path(0).asDouble()).isEqualTo(0.5);
        JsonNode withoutText = http.get("/v1/events/" + PREFIX + "3").json();
        assertThat(withoutText.path("embedding").isNull()).isTrue();
        assertThat(withoutText.path("metadata")).isEmpty();
        assertThat(http.get("/v1/search/?mode=lexical&vector_query=renewed")
                        .json()
                        .at("/data/0/id")
                        .asText())
                .isEqualTo(PREFIX + "2");
    }

    @Test
    void graph_isCopiedWithItsIds() {
        imported();

        JsonNode expanded = http.get("/api/graph/expand/" + PREFIX + "b").json();

        assertThat(expanded.path("stats"))
                .isEqualTo(Http.tree("{\"total_nodes\":2,\"total_edges\":1,\"max_depth\":1}"));
        assertThat(expanded.at("/nodes/1/data/label").asText()).isEqualTo("Ada");
        assertThat(expanded.at("/edges/0/data/id").asText()).isEqualTo(PREFIX + "c");
        assertThat(expanded.at("/edges/0/data/label").asText()).isEqualTo("knows");
    }

    @Test
    void again_skipsWhatIsThereAndReportsWhatDiffers() throws SQLException {
        imported();
        Polling.until(
                "the renewed vector is made",
                PATIENCE,
                () -> http.get("/v1/events/" + PREFIX + "2?no_cache=true")
                                .json()
                                .path("embedding")
                                .size()
                        == SharedServer.DIMENSION);

        assertThat(counts(imported())).isEqualTo("0 imported, 603 skipped, 0 failed");

        execute("update events set content = '{\"text\":\"changed\"}' where id = '" + PREFIX + "1'");
        execute("insert into events values (gen_random_uuid(), '2025-03-01Z', '{\"text\":\"new\"}')");
        assertThat(counts(imported())).isEqualTo("1 imported, 602 skipped, 1 failed");
        assertThat(http.get("/v1/events/" + PREFIX + "1")
                        .json()
                        .at("/content/text")
                        .asText())
                .isEqualTo("kept");
    }

    @Test
    void url_thatLeadsToNoV1Database_isRefusedWithASentence() throws SQLException {
        assertRefused(url("postgresql", "no_such_database"), 400, "has no database of that name");
        assertRefused("mysql://user:secret@127.0.0.1/db", 400, "it starts with mysql://");
        assertRefused(
                "postgresql://user:secret@127.0.0.1:" + LocalServers.freePort() + "/db", 503, "cannot be reached");
        execute("drop table events");
        assertRefused(url("postgresql", database), 400, "no table public.events");
        assertThat(http.post("/v1/import/v1", "{}").violation()).isEqualTo("missing [\"body\",\"url\"]");
        assertThat(http.get("/v1/events?limit=1").json().path("events")).isEmpty();
    }

    private void assertRefused(String url, int status, String sentence) {
        Answer answer = http.post("/v1/import/v1", "{\"url\":\"" + url + "\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.sentence()).contains(sentence).contains("url").doesNotContain("secret", "DATABASE_URL");
    }

    /** The lines of an import that was not refused. */
    private List<JsonNode> imported() {
        Answer answer = http.post("/v1/import/v1", "{\"url\":\"" + url("postgresql+asyncpg", database) + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(Http::tree).toList();
    }

    private static String counts(List<JsonNode> lines) {
        JsonNode summary = lines.getLast();
        return summary.path("imported") + " imported, " + summary.path("skipped") + " skipped, "
                + summary.path("failed") + " failed";
    }

    private String url(String scheme, String jdbcUrlOrName) {
        EmbeddedPostgres server = postgres.server();
        return scheme + "://" + server.user() + ":" + server.password() + "@127.0.0.1:" + server.port() + "/"
                + jdbcUrlOrName.replaceAll(".*/|\\?.*", "");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
