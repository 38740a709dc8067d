package io.mnemolite.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Eventually;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.UpdateOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing waits for longer than it may: each test makes a change wait for a row that another session has locked. */
class TimeLimitTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(60);

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    @Test
    void statementTimeout_isDeadlineExceeded() throws SQLException {
        Event event = event();
        try (PostgresStore store = store(1, LONG, SHORT);
                Connection lock = lock(event)) {
            assertFails(ErrorCode.DEADLINE_EXCEEDED, () -> merge(store, event));
            lock.rollback();

            assertThat(merge(store, event)).isInstanceOf(UpdateOutcome.Updated.class);
            assertThat(store.monitor().pool().checkedOut()).isZero();
        }
    }

    @Test
    void deadlineShorterThanTheStatementTimeout_isDeadlineExceededInTime() throws SQLException {
        Event event = event();
        try (PostgresStore store = store(1, LONG, LONG);
                Connection lock = lock(event)) {
            assertThat(store.events().find(event.id())).isPresent();
            long start = System.nanoTime();

            assertFails(ErrorCode.DEADLINE_EXCEEDED, () -> Deadline.after(SHORT).call(() -> merge(store, event)));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            lock.rollback();
            assertThat(merge(store, event)).isInstanceOf(UpdateOutcome.Updated.class);
        }
    }

    @Test
    void noConnectionFree_isUnavailableAndSaysSo() throws Exception {
        Event event = event();
        try (PostgresStore store = store(1, SHORT, LONG);
                Connection lock = lock(event);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            assertThat(store.events().find(event.id())).isPresent();
            Future<UpdateOutcome> waiting = thread.submit(() -> merge(store, event));
            assertThat(Eventually.get(() -> store.monitor().pool().checkedOut(), count -> count == 1))
                    .isEqualTo(1);

            assertThatThrownBy(() -> store.events().find(event.id()))
                    .isInstanceOfSatisfying(MnemoliteException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                        assertThat(e.sentence())
                                .isEqualTo("All 1 connections to the database are in use, and none became free in"
                                        + " 300 ms; try again shortly.");
                    });
            assertThat(store.isReachable())
                    .as("the database is there, only busy")
                    .isTrue();

            lock.rollback();
            assertThat(waiting.get()).isInstanceOf(UpdateOutcome.Updated.class);
        }
    }

    private static Event event() {
        return STORE.empty()
                .events()
                .insert(List.of(EventSample.text("wanted").draft()))
                .getFirst();
    }

    private static Connection lock(Event event) throws SQLException {
        Connection connection = STORE.connect();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("select from mnemolite.event where id = ? for update")) {
            statement.setObject(1, event.id().value());
            statement.execute();
        }
        return connection;
    }

    private static UpdateOutcome merge(PostgresStore store, Event event) {
        return store.events().mergeMetadata(event.id(), Json.object("{seen: true}"), OptionalLong.empty());
    }

    private static PostgresStore store(int size, Duration poolWait, Duration statementTimeout) {
        DatabaseAddress address = DatabaseAddress.parse(STORE.jdbcUrl());
        return new PostgresStore(new PostgresSettings(
                address.jdbcUrl(),
                address.user(),
                address.password(),
                size,
                0,
                poolWait,
                statementTimeout,
                Duration.ofSeconds(60),
                true,
                true,
                "mnemolite_test",
                Duration.ZERO,
                false));
    }

    private static void assertFails(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
