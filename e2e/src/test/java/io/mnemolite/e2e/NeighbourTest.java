package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http.Answer;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.PostgresSettings;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.embedded.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * This release on the schema of the next, which adds columns and a table and writes changes of a kind unknown here. There is
 * no release before this one yet. Once there is a tag, the archive that was made of it is unpacked here, its launcher is
 * started in the place of the packaged server, and this build's {@code mnemolite migrate} takes the place of the statements
 * that are added.
 */
class NeighbourTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What a later release's migration might add, and how Flyway would note it. */
    private static final String LATER = """
            alter table mnemolite.event add column colour text;
            alter table mnemolite.event add column weight integer not null default 7;
            alter table mnemolite.graph_node add column colour text;
            alter table mnemolite.graph_edge add column colour text;
            alter table mnemolite.code_file add column colour text;
            alter table mnemolite.code_chunk add column colour text;
            alter table mnemolite.change add column reason text;
            create table mnemolite.later (id uuid primary key, event uuid references mnemolite.event on delete cascade);
            insert into mnemolite.change_floor (entity, xid, seq) values (99, '0', 0);
            insert into mnemolite.schema_history (installed_rank, version, description, type, script, checksum,
                installed_by, execution_time, success)
            select max(installed_rank) + 1, '999', 'later', 'SQL', 'V999__later.sql', 1, current_user, 1, true
            from mnemolite.schema_history;
            comment on table mnemolite.schema_history is 'of a later version'
            """;

    private static final String UNKNOWN_CHANGES = """
            insert into mnemolite.change (entity, id, deleted, revision, vector_revision)
            select 99, gen_random_uuid(), number % 2 = 0, number, number from generate_series(1, 200) as number
            """;

    @TempDir
    Path directory;

    private Http http = new Http("http://127.0.0.1:9");

    @Test
    void release_onTheSchemaOfTheNext_worksAndKnowsEveryChangeOfItsOwn() throws SQLException {
        TestPostgres postgres = TestPostgres.bundled();
        String url = postgres.freshDatabase();
        String user = postgres.server().user();
        String password = postgres.server().password();
        try (PostgresStore store =
                new PostgresStore(PostgresSettings.development(new DatabaseAddress(url, user, password)))) {
            store.migrate();
        }
        execute(url, LATER);
        execute(url, UNKNOWN_CHANGES);
        Map<String, String> environment = Map.of(
                "EMBEDDING_MODE",
                "mock",
                "DATABASE_URL",
                "postgresql://" + user + ":" + password + "@127.0.0.1:"
                        + postgres.server().port() + "/" + url.replaceAll(".*/|\\?.*", ""));
        try (PackagedServer server = LocalServers.start(directory.resolve("home"), environment)) {
            http = server.http();
            CrashAudit.awaitIndex(http);
            checkEvents();
            checkGraph();
            checkCode();

            // The next release writes while this one serves.
            execute(url, UNKNOWN_CHANGES);
            checkEvents();
            checkGraph();
            checkCode();
            checkReady();
            CrashAudit.verify(http);
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void checkReady() {
        assertThat(http.get("/readiness").status()).isEqualTo(200);
        assertThat(http.get("/readiness?caught_up=true").status())
                .as("changes of an unknown kind are not waited for")
                .isEqualTo(200);
        assertThat(http.get("/health").status()).isEqualTo(200);
    }

    private void checkEvents() {
        String id = done(201, http.post("/v1/events/", "{\"content\":{\"text\":\"the harbour opens at dawn\"}}"))
                .path("id")
                .asText();
        done(200, http.patch("/v1/events/" + id + "/metadata", "{\"place\":\"harbour\"}"));
        assertThat(done(200, http.get("/v1/events/" + id)).at("/metadata/place").asText())
                .isEqualTo("harbour");
        for (String mode : List.of("lexical", "vector", "hybrid")) {
            String search = Http.query(
                    "/v1/search/",
                    "vector_query",
                    "the harbour opens at dawn",
                    "include_embedding",
                    "false",
                    "mode",
                    mode);
            assertThat(done(200, http.get(search)).path("data").findValuesAsText("id"))
                    .as(mode)
                    .contains(id);
        }
        assertThat(done(200, http.get("/v1/events?limit=10")).path("events").findValuesAsText("id"))
                .contains(id);
        assertThat(http.delete("/v1/events/" + id).status()).isEqualTo(204);
        assertThat(http.get("/v1/events/" + id).status()).isEqualTo(404);
    }

    private void checkGraph() {
        String one = done(201, http.post("/v1/graph/nodes", "{\"type\":\"person\",\"label\":\"Ada\"}"))
                .path("id")
                .asText();
        String other = done(201, http.post("/v1/graph/nodes", "{\"label\":\"Engine\"}"))
                .path("id")
                .asText();
        String edge = done(
                        201,
                        http.post(
                                "/v1/graph/edges",
                                "{\"source\":\"" + one + "\",\"target\":\"" + other + "\",\"relation\":\"knows\"}"))
                .path("id")
                .asText();
        assertThat(done(200, http.get("/api/graph/expand/" + one))
                        .at("/stats/total_nodes")
                        .asInt())
                .isEqualTo(2);
        assertThat(http.delete("/v1/graph/edges/" + edge).status()).isEqualTo(204);
        assertThat(done(200, http.get("/api/graph/expand/" + one))
                        .at("/stats/total_nodes")
                        .asInt())
                .isEqualTo(1);
        assertThat(http.delete("/v1/graph/nodes/" + one).status()).isEqualTo(204);
        assertThat(http.delete("/v1/graph/nodes/" + other).status()).isEqualTo(204);
    }

    private void checkCode() {
        CodeCorpus.demo("team/neighbour").index(http);
        Polling.until(
                "code is found",
                PATIENCE,
                () -> done(200, http.post("/v1/code/search/lexical", "{\"query\":\"sum_of_squares\"}"))
                        .toString()
                        .contains("tools/totals.py"));
        String symbol = done(200, http.get("/v1/code/symbols?name=readLine"))
                .at("/symbols/0/id")
                .asText();
        done(200, http.get("/v1/code/graph/callers/" + symbol));
        assertThat(done(200, http.delete("/v1/code/index/repositories/team/neighbour"))
                        .path("deleted_nodes")
                        .asInt())
                .isPositive();
    }

    private static JsonNode done(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }
}
