package io.mnemolite.postgres.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.change.CatchUp;
import io.mnemolite.core.change.Change;
import io.mnemolite.core.change.ChangeFollower;
import io.mnemolite.core.change.ChangeListener;
import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.TestStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
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
    void catchUp_whileAnEarlierTransactionRuns_isNotAchieved() throws Exception {
        PostgresStore store = STORE.empty();
        List<UUID> followed = new CopyOnWriteArrayList<>();
        try (Connection connection = STORE.connect();
                ChangeFollower<EventId> follower = follower(store, followed)) {
            follower.start();
            CatchUp catchUp = new CatchUp(store.changes(), List.of(follower));
            catchUp.await();
            connection.setAutoCommit(false);
            UUID late = UUID.randomUUID();
            log(connection, 1, late);
            Event quick = store.events()
                    .insert(List.of(EventSample.text("quick").draft()))
                    .getFirst();

            assertThatThrownBy(() -> Deadline.after(Duration.ofMillis(100)).call(() -> {
                        catchUp.await();
                        return true;
                    }))
                    .isInstanceOfSatisfying(
                            MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED));
            connection.commit();
            catchUp.await();

            assertThat(followed).containsExactly(late, quick.id().value());
        }
    }

    @Test
    void catchUp_knowsEveryWriteThatCameBefore() {
        PostgresStore store = STORE.empty();
        List<UUID> followed = new CopyOnWriteArrayList<>();
        try (ChangeFollower<EventId> follower = follower(store, followed)) {
            follower.start();
            CatchUp catchUp = new CatchUp(store.changes(), List.of(follower));
            catchUp.await();
            for (int i = 1; i <= 20; i++) {
                store.events().insert(List.of(EventSample.text("number " + i).draft()));
                catchUp.await();
                assertThat(followed).hasSize(i);
            }
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

    private static ChangeFollower<EventId> follower(PostgresStore store, List<UUID> followed) {
        ChangeListener<EventId> listener = new ChangeListener<>() {
            @Override
            public void changed(Collection<EventId> ids) {
                ids.forEach(id -> followed.add(id.value()));
            }

            @Override
            public void everythingChanged() {}
        };
        return new ChangeFollower<>("follower", store.changes(), listener, Duration.ofMillis(1));
    }

    private static void log(Connection connection, int entity, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOG_CHANGE)) {
            statement.setInt(1, entity);
            statement.setObject(2, id);
            statement.execute();
        }
    }
}
