package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http.Answer;
import io.mnemolite.postgres.embedded.EmbeddedPostgres;
import io.mnemolite.postgres.embedded.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL of the user's own, by DATABASE_URL: its versions, its absence, and what else lies in it. */
class ExternalDatabaseTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String EVENT =
            "{\"content\":{\"text\":\"the harbour opens at dawn\"},\"metadata\":{\"place\":\"harbour\"}}";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void major_writesAndReads_alsoAfterARestart(int major) {
        TestPostgres postgres = TestPostgres.major(major);
        Map<String, String> environment =
                environment(postgres, postgres.server().port(), database(postgres.freshDatabase()));
        String id;
        try (PackagedServer server = LocalServers.start(directory.resolve("home"), environment)) {
            Http http = server.http();
            assertThat(http.get("/health")
                            .json()
                            .at("/services/postgres/version")
                            .asText())
                    .startsWith(major + ".");
            Answer made = http.post("/v1/events/", EVENT);
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            id = made.json().path("id").asText();
            Answer patched = http.send("PATCH", "/v1/events/" + id + "/metadata", "{\"seen\":true}");
            assertThat(patched.status()).as(patched.body()).isEqualTo(200);
            checkFound(http, id);
            assertThat(directory.resolve("home/postgres")).doesNotExist();
        }
        try (PackagedServer server = LocalServers.start(directory.resolve("home"), environment)) {
            CrashAudit.awaitIndex(server.http());
            checkFound(server.http(), id);
            CrashAudit.verify(server.http());
        }
    }

    @Test
    void databaseAway_answers503AndRecoversWheneverItIsBack() {
        TestPostgres postgres = TestPostgres.bundled();
        String database = database(postgres.freshDatabase());
        try (Forwarder forwarder =
                        new Forwarder(LocalServers.freePort(), postgres.server().port());
                PackagedServer server = LocalServers.start(
                        directory.resolve("home"), environment(postgres, forwarder.port(), database))) {
            Http http = server.http();
            checkAway(http);

            forwarder.open();
            awaitStatus(http, "/health", 200);
            Polling.until(
                    "a write succeeds",
                    PATIENCE,
                    () -> http.post("/v1/events/", EVENT).status() == 201);
            CrashAudit.awaitIndex(http);
            String id = http.get("/v1/events?limit=1").json().at("/events/0/id").asText();
            checkFound(http, id);

            forwarder.cut();
            checkAway(http);

            forwarder.open();
            awaitStatus(http, "/health", 200);
            Polling.until(
                    "a write succeeds again",
                    PATIENCE,
                    () -> http.post("/v1/events/", EVENT).status() == 201);
            CrashAudit.awaitIndex(http);
            CrashAudit.verify(http);
        }
    }

    @Test
    void tablesOfV1_stayAsTheyAre() throws SQLException {
        TestPostgres postgres = TestPostgres.bundled();
        String url = postgres.freshDatabase();
        List<String> before;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table public.events (id uuid primary key default gen_random_uuid(), timestamp timestamptz,
                        content jsonb not null, embedding real[], metadata jsonb default '{}');
                    create table public.nodes (node_id uuid primary key, node_type text, label text, properties jsonb);
                    create table public.edges (edge_id uuid primary key, source_node_id uuid, target_node_id uuid);
                    insert into public.events (timestamp, content, metadata)
                        select now(), jsonb_build_object('text', 'old ' || n), '{"v1": true}'
                        from generate_series(1, 500) n;
                    insert into public.nodes select gen_random_uuid(), 'event', 'node ' || n, '{}'
                        from generate_series(1, 50) n;
                    insert into public.edges select gen_random_uuid(), gen_random_uuid(), gen_random_uuid()
                        from generate_series(1, 50) n""");
            before = checksums(statement);
        }

        Map<String, String> environment =
                environment(postgres, postgres.server().port(), database(url));
        try (PackagedServer server = LocalServers.start(directory.resolve("home"), environment)) {
            Http http = server.http();
            String id = http.post("/v1/events/", EVENT).json().path("id").asText();
            checkFound(http, id);
            assertThat(http.get("/v1/events?limit=100").json().path("events")).hasSize(1);
            assertThat(http.send("DELETE", "/v1/events/" + id, "").status()).isEqualTo(204);
        }

        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            assertThat(checksums(statement)).isEqualTo(before);
        }
    }

    private static void checkFound(Http http, String id) {
        Answer read = http.get("/v1/events/" + id);
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        for (String query : List.of("mode=lexical", "mode=vector", "mode=hybrid")) {
            Answer found =
                    http.get("/v1/search/?include_embedding=false&vector_query=the+harbour+opens+at+dawn&" + query);
            assertThat(found.status()).as(found.body()).isEqualTo(200);
            assertThat(found.json().path("data").findValuesAsText("id"))
                    .as(query)
                    .contains(id);
        }
    }

    /** Every route that needs the database says so; the server itself answers. */
    private static void checkAway(Http http) {
        awaitStatus(http, "/health", 503);
        assertThat(http.get("/readiness").status()).isEqualTo(503);
        assertThat(http.get("/liveness").status()).isEqualTo(200);
        for (Answer answer : List.of(
                http.post("/v1/events/", EVENT),
                http.get("/v1/events/00000000-0000-7000-8000-000000000000"),
                http.get("/v1/events?limit=3"),
                http.post("/v1/search/", "{\"metadata\":{\"place\":\"harbour\"}}"),
                http.post("/v1/search/", "{\"query\":\"a question that nobody asked\",\"mode\":\"hybrid\"}"))) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).as(answer.body()).isNotEmpty();
            assertThat(answer.json().path("detail").asText()).isNotBlank().doesNotContain("SQL", "Exception");
        }
        assertThat(http.get("/").status()).isEqualTo(200);
        assertThat(http.get("/metrics").status()).isEqualTo(200);
    }

    private static void awaitStatus(Http http, String path, int status) {
        Polling.until(
                path + " answers " + status, PATIENCE, () -> http.get(path).status() == status);
    }

    private static Map<String, String> environment(TestPostgres postgres, int port, String database) {
        EmbeddedPostgres server = postgres.server();
        return Map.of(
                "EMBEDDING_MODE",
                "mock",
                "DATABASE_URL",
                "postgresql+asyncpg://" + server.user() + ":" + server.password() + "@127.0.0.1:" + port + "/"
                        + database);
    }

    private static String database(String jdbcUrl) {
        return jdbcUrl.replaceAll(".*/|\\?.*", "");
    }

    /** One line per table: its columns, and its rows in their order on disk with the transactions that made them. */
    private static List<String> checksums(Statement statement) throws SQLException {
        List<String> checksums = new ArrayList<>();
        for (String table : List.of("events", "nodes", "edges")) {
            try (ResultSet rows = statement.executeQuery("""
                    select count(*), md5(string_agg(concat(t.ctid, t.xmin, t.xmax, t::text), ',' order by t.ctid)),
                        (select md5(string_agg(concat(attname, atttypid, attnotnull), ',' order by attnum))
                            from pg_attribute where attrelid = 'public.%1$s'::regclass)
                    from public.%1$s t""".formatted(table))) {
                while (rows.next()) {
                    checksums.add(table + " " + rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
                }
            }
        }
        return checksums;
    }
}
