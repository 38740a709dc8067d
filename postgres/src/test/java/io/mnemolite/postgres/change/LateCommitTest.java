package io.mnemolite.postgres.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.change.Change;
import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.TestStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A transaction that began early and commits late is never passed over. */
class LateCommitTest {

    private static final String LOG_CHANGE = """
            insert into mnemolite.change (entity, id, deleted, revision, vector_revision) values (?, ?, false, 1, 0)
            """;

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    @Test
    void after_whileAnEarlierTransactionRuns_waitsForIt() throws SQLException {
        PostgresStore store = STORE.empty();
        ChangeLog<EventId> changes = store.changes();
        IndexPosition start = changes.horizon();
        EventId late = EventId.next();
        try (Connection connection = STORE.connect()) {
            connection.setAutoCommit(false);
            log(connection, 1, late.value());
            Event quick = store.events()
                    .insert(List.of(EventSample.text("quick").draft()))
                    .getFirst();

            assertThat(changes.after(start, 10)).isEmpty();
            IndexPosition meanwhile = changes.horizon();
            connection.commit();

            List<EventId> expected = List.of(late, quick.id());
            assertThat(changes.after(start, 10)).extracting(Change::id).containsExactlyElementsOf(expected);
            assertThat(changes.after(meanwhile, 10)).extracting(Change::id).containsExactlyElementsOf(expected);
            assertThat(changes.covers(meanwhile)).isTrue();
        }
    }

    @Test
    void after_rowsOfAnUnknownEntity_areSkipped() throws SQLException {
        PostgresStore store = STORE.empty();
        IndexPosition start = store.changes().horizon();
        try (Connection connection = STORE.connect()) {
            log(connection, 99, UUID.randomUUID());
        }
        Event event = store.events()
                .insert(List.of(EventSample.text("known").draft()))
                .getFirst();

        assertThat(store.changes().after(start, 10)).extracting(Change::id).containsExactly(event.id());
    }

    @Test
    void covers_aPositionAheadOfTheServersTransactions_isFalse() {
        ChangeLog<EventId> changes = STORE.empty().changes();
        IndexPosition now = changes.horizon();

        assertThat(changes.covers(now)).isTrue();
        assertThat(changes.covers(new IndexPosition(now.store(), now.xid() + 1_000_000, 0)))
                .isFalse();
    }

    @Test
    void covers_afterTheGenerationChanged_isFalse() {
        ChangeLog<EventId> changes = STORE.empty().changes();
        IndexPosition old = changes.horizon();

        STORE.execute("update mnemolite.store set generation = gen_random_uuid()");

        assertThat(changes.covers(old)).isFalse();
    }

    private static void log(Connection connection, int entity, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOG_CHANGE)) {
            statement.setInt(1, entity);
            statement.setObject(2, id);
            statement.execute();
        }
    }
}
