package io.mnemolite.postgres.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.postgres.embedded.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class V1StoreTest {

    @Test
    void events_areReadInPagesWithTheirVectors() throws SQLException {
        String url = TestPostgres.bundled().freshDatabase();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table events (id uuid primary key, timestamp timestamptz not null, content jsonb not null,
                        metadata jsonb, embedding real[]);
                    create table nodes (node_id uuid primary key, node_type text, label text, properties jsonb,
                        created_at timestamptz);
                    create table edges (edge_id uuid primary key, source_node_id uuid, target_node_id uuid,
                        relation_type text);
                    insert into nodes values
                        ('00000000-0000-0000-0000-00000000000a', 'person', 'Ada', '{"born": 1815}', '2025-01-01Z'),
                        ('00000000-0000-0000-0000-00000000000b', null, null, null, null);
                    insert into edges values
                        ('00000000-0000-0000-0000-0000000000e1', '00000000-0000-0000-0000-00000000000a',
                            '00000000-0000-0000-0000-00000000000b', 'knows'),
                        ('00000000-0000-0000-0000-0000000000e2', '00000000-0000-0000-0000-00000000000a', null, 'x');
                    insert into events values
                        ('00000000-0000-0000-0000-000000000001', '2025-01-01T01:00:00+01:00', '{"text":"a"}', null, '{1,0}'),
                        ('00000000-0000-0000-0000-000000000002', '2025-01-02Z', '{"text":"b"}', '{"k":1.50}', null);
                    """);
        }
        try (V1Store events = V1Store.open(url)) {
            assertThat(events.count()).isEqualTo(6);
            List<EventDraft> first = events.eventsAfter(null, 1);
            assertThat(first).singleElement().satisfies(event -> {
                assertThat(event.timestamp()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
                assertThat(event.metadata()).isEmpty();
                assertThat(Objects.requireNonNull(event.vector()).vector().toArray())
                        .containsExactly(1, 0);
            });
            assertThat(events.eventsAfter(first.getFirst().id(), 10))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.metadata().toString()).isEqualTo("{\"k\":1.50}");
                        assertThat(event.awaitsVector()).isTrue();
                    });
            List<GraphNode> nodes = events.nodesAfter(null, 1);
            assertThat(nodes).singleElement().satisfies(node -> {
                assertThat(node.type()).isEqualTo("person");
                assertThat(node.label()).isEqualTo("Ada");
                assertThat(node.properties().toString()).isEqualTo("{\"born\":1815}");
                assertThat(node.createdAt()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
            });
            GraphNode second = events.nodesAfter(nodes.getFirst().id(), 10).getFirst();
            assertThat(second.type()).isEqualTo("unknown");
            assertThat(second.properties()).isEmpty();
            assertThat(events.edgesAfter(null, 10)).singleElement().satisfies((GraphEdge edge) -> {
                assertThat(edge.relation()).isEqualTo("knows");
                assertThat(edge.target()).isEqualTo(second.id());
            });
        }
    }

    @Test
    void vector_isReadInEitherNotation() {
        assertThat(Objects.requireNonNull(V1Store.vector("[0.5,-1e-3]")).toArray())
                .containsExactly(0.5f, -0.001f);
        assertThat(V1Store.vector(null)).isNull();
    }

    @Test
    void anotherDatabase_isRefused() {
        assertThatThrownBy(() -> V1Store.open(TestPostgres.bundled().freshDatabase()))
                .hasMessageContaining("no table public.events");
    }

    @Test
    void url_wrong_isRefusedWithASentenceThatNamesIt() {
        TestPostgres postgres = TestPostgres.bundled();
        String place = "127.0.0.1:" + postgres.server().port() + "/postgres";
        String user = postgres.server().user();

        assertRefused("mysql://u:p@host/db", ErrorCode.BAD_REQUEST, "The url is not the address of a PostgreSQL");
        assertRefused("postgresql://" + user + ":wrong@" + place, ErrorCode.BAD_REQUEST, "user or the password");
        assertRefused(
                "postgresql://" + user + ":" + postgres.server().password() + "@" + place + "_none",
                ErrorCode.BAD_REQUEST,
                "no database of that name");
        assertRefused("postgresql://u:secret@127.0.0.1:1/db", ErrorCode.UNAVAILABLE, "cannot be reached");
    }

    private static void assertRefused(String url, ErrorCode code, String sentence) {
        assertThatThrownBy(() -> V1Store.open(url))
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(sentence)
                .hasMessageContaining("url")
                .hasMessageNotContaining("secret");
    }
}
