package io.mnemolite.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Eventually;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.postgres.embedded.TestPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away and comes back; the store answers in words and recovers by itself. */
class OutageTest {

    private Gate gate;
    private PostgresStore store;
    private DatabaseAddress direct;
    private DatabaseAddress throughGate;

    @BeforeEach
    void build() throws IOException {
        TestPostgres postgres = TestPostgres.major(18);
        direct = DatabaseAddress.parse(postgres.freshDatabase());
        int port = postgres.server().port();
        gate = new Gate(port);
        throughGate = new DatabaseAddress(
                direct.jdbcUrl().replace(":" + port + "/", ":" + gate.port() + "/"), direct.user(), direct.password());
        store = new PostgresStore(PostgresSettings.development(throughGate));
    }

    @AfterEach
    void close() throws IOException {
        assertThat(store.monitor().pool().checkedOut()).isZero();
        store.close();
        gate.close();
    }

    @Test
    void close_whileThePoolOpensAConnection_leavesNone() throws Exception {
        gate.open();
        store.migrate();
        String name = "mnemolite_" + UUID.randomUUID();
        PostgresStore brief = new PostgresStore(named(name));
        assertThat(brief.events().space()).isEmpty();
        gate.hold();
        // A tenth of a second after the first one, the pool begins to open those that it is to keep.
        assertThat(Eventually.get(gate::waiting, waiting -> waiting > 0)).isPositive();
        Thread closing = Thread.ofVirtual().start(brief::close);
        closing.join(Duration.ofSeconds(1));
        gate.release();
        closing.join();
        assertThat(lastingSessions(name)).isZero();
    }

    private PostgresSettings named(String name) {
        PostgresSettings usual = PostgresSettings.development(throughGate);
        return new PostgresSettings(
                usual.jdbcUrl(),
                usual.user(),
                usual.password(),
                usual.poolSize(),
                usual.poolOverflow(),
                usual.poolWait(),
                usual.statementTimeout(),
                usual.idleInTransactionTimeout(),
                usual.tcpKeepAlive(),
                usual.connectionCheck(),
                name,
                usual.slowStatementThreshold(),
                usual.requireDurability());
    }

    /**
     * Sessions that are there for two seconds. The server waits, not this process: a connection that nobody holds any more
     * is closed when the garbage collector finds it, which is not what is asked for.
     */
    private int lastingSessions(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(direct.jdbcUrl(), direct.user(), direct.password());
                Statement statement = connection.createStatement()) {
            String sessions = "from pg_stat_activity where application_name = '" + name + "'";
            statement.execute("""
                    do $$ begin
                        for i in 1..100 loop
                            perform pg_stat_clear_snapshot();
                            exit when not exists (select %s);
                            perform pg_sleep(0.02);
                        end loop;
                    end $$
                    """.formatted(sessions));
            try (ResultSet row = statement.executeQuery("select count(*) " + sessions)) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    void downAtStart_isUnavailableSoonAndWorksOnceUp() {
        long start = System.nanoTime();
        assertUnavailable(store::migrate);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(store.isReachable()).isFalse();

        gate.open();

        assertThat(Eventually.get(store::isReachable, reachable -> reachable)).isTrue();
        store.migrate();
        assertThat(store.events().count(EventFilter.ALL)).isZero();
    }

    @Test
    void cutWhileRunning_isUnavailableAndWorksOnceUp() {
        gate.open();
        store.migrate();
        Event event = insert("before");

        gate.shut();
        assertUnavailable(() -> store.events().find(event.id()));
        assertUnavailable(() -> insert("during"));
        gate.open();

        assertThat(Eventually.get(store::isReachable, reachable -> reachable)).isTrue();
        assertThat(store.events().find(event.id())).contains(event);
        assertThat(insert("after").revision()).isEqualTo(1);
    }

    @Test
    void terminatedSessions_areReplacedWithoutAFailedRead() throws Exception {
        gate.open();
        store.migrate();
        Event event = insert("before");

        try (PostgresStore other = new PostgresStore(PostgresSettings.development(direct))) {
            assertThat(other.isReachable()).isTrue();
            terminateSessions();
            assertThat(store.events().find(event.id())).contains(event);
        }
        assertThat(insert("after").revision()).isEqualTo(1);
    }

    private void terminateSessions() throws Exception {
        try (var connection = java.sql.DriverManager.getConnection(direct.jdbcUrl(), direct.user(), direct.password());
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }

    private Event insert(String text) {
        return store.events().insert(List.of(EventSample.text(text).draft())).getFirst();
    }

    private static void assertUnavailable(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }
}
