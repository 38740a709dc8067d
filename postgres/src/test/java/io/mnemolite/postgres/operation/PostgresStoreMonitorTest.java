package io.mnemolite.postgres.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.operation.StoreMonitor.DatabaseFigures;
import io.mnemolite.core.operation.StoreMonitor.IndexFigures;
import io.mnemolite.core.operation.StoreMonitor.PoolFigures;
import io.mnemolite.core.operation.StoreMonitor.StatementFigures;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.TestStore;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStoreMonitorTest {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    private final PostgresStore store = STORE.empty();
    private final PostgresStoreMonitor monitor = store.monitor();

    @Test
    void version_isTheServers() throws SQLException {
        try (Connection connection = STORE.connect()) {
            DatabaseMetaData server = connection.getMetaData();
            assertThat(monitor.version())
                    .isEqualTo(server.getDatabaseMajorVersion() + "." + server.getDatabaseMinorVersion());
        }
    }

    @Test
    void figures_areThoseOfTheDatabase() {
        DatabaseFigures figures = monitor.figures();

        assertThat(figures.sizeInBytes()).isGreaterThan(1_000_000);
        assertThat(figures.cacheHitRatio()).isBetween(0.0, 1.0);
        assertThat(figures.activeConnections()).isPositive();
    }

    @Test
    void pool_countsWhatIsOpen() {
        assertThat(monitor.figures().activeConnections()).isPositive();

        PoolFigures pool = monitor.pool();

        assertThat(pool.size()).isEqualTo(10);
        assertThat(pool.maxOverflow()).isEqualTo(5);
        assertThat(pool.checkedOut()).isZero();
        assertThat(pool.total()).isEqualTo(pool.checkedIn()).isBetween(1, 15);
        assertThat(pool.waiting()).isZero();
    }

    @Test
    void statementCount_growsByOneForARead() {
        Event event = store.events()
                .insert(List.of(EventSample.text("counted").draft()))
                .getFirst();
        long before = monitor.statementCount();

        assertThat(store.events().find(event.id())).isPresent();

        assertThat(monitor.statementCount()).isEqualTo(before + 1);
    }

    @Test
    void slowStatements_areOneLineWithoutValues() {
        assertThat(store.events().insert(List.of(EventSample.text("a secret").draft())))
                .hasSize(1);

        List<StatementFigures> statements = monitor.slowStatements(100);

        assertThat(statements)
                .isSortedAccordingTo(
                        (left, right) -> Double.compare(right.meanMilliseconds(), left.meanMilliseconds()));
        assertThat(statements)
                .filteredOn(s -> s.statement().contains("insert into mnemolite.event"))
                .isNotEmpty();
        assertThat(statements).allSatisfy(figures -> {
            assertThat(figures.statement()).doesNotContain("\n", "secret");
            assertThat(figures.calls()).isPositive();
            assertThat(figures.maxMilliseconds()).isGreaterThanOrEqualTo(figures.meanMilliseconds());
        });
        assertThat(monitor.slowStatements(1)).hasSize(1);
    }

    @Test
    void indexes_areOurs() {
        assertThat(monitor.indexes())
                .extracting(IndexFigures::index)
                .contains("event_pkey", "event_newest", "event_metadata", "event_awaiting", "change_pkey");
    }
}
