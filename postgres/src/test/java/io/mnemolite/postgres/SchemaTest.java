package io.mnemolite.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.InParallel;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.postgres.embedded.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private final String url = TestPostgres.major(18).freshDatabase();
    private final DatabaseAddress address = DatabaseAddress.parse(url);

    @Test
    void migrate_leavesOtherSchemasAsTheyAre() throws SQLException {
        execute("create table public.events (id int); insert into public.events values (1)");

        try (PostgresStore store = store(false)) {
            store.migrate();
            store.migrate();
            assertThat(store.events().count(EventFilter.ALL)).isZero();
        }

        assertThat(query("select schemaname || '.' || tablename from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema') order by 1"))
                .containsExactly(
                        "mnemolite.change",
                        "mnemolite.change_floor",
                        "mnemolite.code_chunk",
                        "mnemolite.code_edge",
                        "mnemolite.code_file",
                        "mnemolite.code_problem",
                        "mnemolite.code_repository",
                        "mnemolite.code_symbol",
                        "mnemolite.code_unresolved",
                        "mnemolite.code_vector",
                        "mnemolite.event",
                        "mnemolite.graph_edge",
                        "mnemolite.graph_node",
                        "mnemolite.idempotency",
                        "mnemolite.schema_history",
                        "mnemolite.store",
                        "public.events");
        assertThat(query("select id::text from public.events")).containsExactly("1");
    }

    @Test
    void migrate_byTwoAtOnce_succeedsForBoth() throws Exception {
        InParallel.call(2, number -> {
            try (PostgresStore store = store(false)) {
                store.migrate();
                return store.events().count(EventFilter.ALL);
            }
        });

        assertThat(query("select count(*)::text from mnemolite.store")).containsExactly("1");
    }

    @Test
    void migrate_byAnotherVersion_isRefusedWhenItsMigrationsDiffer() throws SQLException {
        try (PostgresStore store = store(false)) {
            store.migrate();
            execute("update mnemolite.schema_history set checksum = checksum + 1 where checksum is not null");
            execute("comment on table mnemolite.schema_history is 'of another version'");

            assertThatThrownBy(store::migrate)
                    .isInstanceOfSatisfying(
                            MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION));
        }
    }

    @Test
    void migrate_markOfAnotherVersion_isReplaced() throws SQLException {
        String mark = "select obj_description('mnemolite.schema_history'::regclass, 'pg_class')";
        try (PostgresStore store = store(false)) {
            store.migrate();
            List<String> ours = query(mark);
            execute("comment on table mnemolite.schema_history is 'of another version'");

            store.migrate();

            assertThat(query(mark)).isEqualTo(ours).doesNotContainNull();
        }
    }

    @Test
    void migrate_markThatCannotBeSet_isGoneWithout() throws SQLException {
        String user = "server_" + address.jdbcUrl().replaceAll(".*/", "");
        try (PostgresStore store = store(false)) {
            store.migrate();
        }
        execute("comment on table mnemolite.schema_history is null");
        execute("create role " + user + " login password 'server'");
        execute("grant create on database " + address.jdbcUrl().replaceAll(".*/", "") + " to " + user);
        execute("grant all on schema mnemolite to " + user);
        execute("grant all on all tables in schema mnemolite to " + user);
        DatabaseAddress server = new DatabaseAddress(address.jdbcUrl(), user, "server");

        try (PostgresStore store = new PostgresStore(PostgresSettings.development(server))) {
            store.migrate();
            assertThat(store.events().count(EventFilter.ALL)).isZero();
        }
    }

    @Test
    void migrate_schemaOfALaterVersionThatOnlyAdds_isUsedAsItIs() throws SQLException {
        try (PostgresStore store = store(false)) {
            store.migrate();
        }
        execute("""
                alter table mnemolite.event add column colour text not null default 'red';
                alter table mnemolite.store add column colour text;
                create table mnemolite.later (id bigint primary key);
                insert into mnemolite.change_floor (entity, xid, seq) values (99, '0', 0);
                insert into mnemolite.schema_history (installed_rank, version, description, type, script, checksum,
                    installed_by, execution_time, success)
                select max(installed_rank) + 1, '999', 'later', 'SQL', 'V999__later.sql', 1, current_user, 1, true
                from mnemolite.schema_history;
                comment on table mnemolite.schema_history is 'of a later version'
                """);

        try (PostgresStore store = store(false)) {
            store.migrate();
            Event event = store.events()
                    .insert(List.of(EventSample.text("kept").draft()))
                    .getFirst();
            assertThat(store.events().find(event.id())).contains(event);
            assertThat(store.events().delete(event.id())).isTrue();
        }

        assertThat(query("select version from mnemolite.schema_history where version = '999'"))
                .containsExactly("999");
    }

    @Test
    void beforeMigrate_callsAreUnavailable() {
        try (PostgresStore store = store(false)) {
            assertThatThrownBy(() -> store.events().count(EventFilter.ALL))
                    .isInstanceOfSatisfying(
                            MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        }
    }

    @Test
    void migrate_serverThatMayLoseCommits_isRefusedWhenDurabilityIsRequired() {
        try (PostgresStore store = store(true)) {
            assertThatThrownBy(store::migrate).isInstanceOfSatisfying(MnemoliteException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION);
                assertThat(e.sentence())
                        .isEqualTo("The database runs with fsync = off, so a crash may lose what was acknowledged;"
                                + " set fsync = on in postgresql.conf and restart it.");
            });
        }
    }

    @Test
    void migrate_userWithoutTheRight_isToldWhatToGrant() throws SQLException {
        String user = "guest_" + address.jdbcUrl().replaceAll(".*/", "");
        execute("create role " + user + " login password 'guest'");
        DatabaseAddress guest = new DatabaseAddress(address.jdbcUrl(), user, "guest");
        try (PostgresStore store = new PostgresStore(PostgresSettings.development(guest))) {
            assertThatThrownBy(store::migrate).isInstanceOfSatisfying(MnemoliteException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION);
                assertThat(e.sentence()).contains("grant it CREATE on the database");
            });
        }
    }

    @Test
    void migrate_wrongPassword_isUnavailableAndNamesTheSetting() {
        DatabaseAddress wrong = new DatabaseAddress(address.jdbcUrl(), address.user(), "wrong-password");
        try (PostgresStore store = new PostgresStore(PostgresSettings.development(wrong))) {
            assertThatThrownBy(store::migrate).isInstanceOfSatisfying(MnemoliteException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                assertThat(e.sentence())
                        .isEqualTo("The database refuses the user or the password; correct DATABASE_URL.");
            });
        }
    }

    private PostgresStore store(boolean requireDurability) {
        return new PostgresStore(new PostgresSettings(
                address.jdbcUrl(),
                address.user(),
                address.password(),
                1,
                1,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ZERO,
                false,
                false,
                "mnemolite_test",
                Duration.ZERO,
                requireDurability));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
