package io.mnemolite.postgres.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.LegacyEvents.GraphSize;
import io.mnemolite.postgres.embedded.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class V1EventsTest {

    @Test
    void events_areReadInPagesWithTheirVectors() throws SQLException {
        String url = TestPostgres.bundled().freshDatabase();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table events (id uuid primary key, timestamp timestamptz not null, content jsonb not null,
                        metadata jsonb, embedding real[]);
                    create table nodes (node_id uuid);
                    insert into nodes values (gen_random_uuid());
                    insert into events values
                        ('00000000-0000-0000-0000-000000000001', '2025-01-01T01:00:00+01:00', '{"text":"a"}', null, '{1,0}'),
                        ('00000000-0000-0000-0000-000000000002', '2025-01-02Z', '{"text":"b"}', '{"k":1.50}', null);
                    """);
        }
        try (V1Events events = V1Events.open(url)) {
            assertThat(events.count()).isEqualTo(2);
            assertThat(events.graph()).isEqualTo(new GraphSize(1, 0));
            List<EventDraft> first = events.after(null, 1);
            assertThat(first).singleElement().satisfies(event -> {
                assertThat(event.timestamp()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
                assertThat(event.metadata()).isEmpty();
                assertThat(Objects.requireNonNull(event.vector()).vector().toArray())
                        .containsExactly(1, 0);
            });
            assertThat(events.after(first.getFirst().id(), 10)).singleElement().satisfies(event -> {
                assertThat(event.metadata().toString()).isEqualTo("{\"k\":1.50}");
                assertThat(event.awaitsVector()).isTrue();
            });
        }
    }

    @Test
    void vector_isReadInEitherNotation() {
        assertThat(Objects.requireNonNull(V1Events.vector("[0.5,-1e-3]")).toArray())
                .containsExactly(0.5f, -0.001f);
        assertThat(V1Events.vector(null)).isNull();
    }

    @Test
    void anotherDatabase_isRefused() {
        assertThatThrownBy(() -> V1Events.open(TestPostgres.bundled().freshDatabase()))
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
        assertThatThrownBy(() -> V1Events.open(url))
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(sentence)
                .hasMessageContaining("url")
                .hasMessageNotContaining("secret");
    }
}
