package io.mnemolite.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.change.Change;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventCursor;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.event.ImportOutcome;
import io.mnemolite.core.event.InsertOutcome;
import io.mnemolite.core.event.MadeVector;
import io.mnemolite.core.event.UpdateOutcome;
import io.mnemolite.core.event.VectorChange;
import io.mnemolite.core.operation.EventStatistics.Bucket;
import io.mnemolite.core.operation.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every statement runs on every major version; what they do in detail is tested on the newest. */
class OlderMajorsTest {

    private static final EventFilter BLUE = EventFilter.byMetadata(Json.object("{color: 'blue'}"));

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17})
    void everyStatement_works(int major) {
        PostgresStore store = TestStore.major(major).empty();
        IndexPosition start = store.changes().horizon();

        assertThat(store.monitor().version()).startsWith(major + ".");
        write(store.events());
        read(store.events());
        operate(store);

        // The space adopted meanwhile is a part of the store's name.
        String name = store.changes().horizon().store();
        IndexPosition renamed = new IndexPosition(name, start.xid(), start.seq());
        assertThat(store.changes().covers(renamed)).isTrue();
        List<Change<EventId>> changes = store.changes().after(renamed, 100);
        assertThat(changes).hasSizeGreaterThan(8).filteredOn(Change::deleted).hasSize(2);
        TestStore.major(major).execute("update mnemolite.change set at = at - interval '2 days'");
        Change<EventId> last = changes.getLast();
        store.changes().prune(new IndexPosition(name, last.xid(), last.seq()));
        assertThat(store.changes().covers(renamed)).isFalse();
        assertThat(store.changes().after(renamed, 100)).isEmpty();
    }

    private static void write(EventStore events) {
        EventDraft blue = EventSample.metadata("{color: 'blue', severity: 'critical'}")
                .awaiting()
                .draft();
        EventDraft red =
                EventSample.metadata("{color: 'red'}").withVector("model", 1, 2).draft();
        IdempotencyKey key = new IdempotencyKey("key", "/v1/events", "hash");
        assertThat(events.adoptSpace(new EmbeddingSpace("model", 2))).isZero();
        Event stored = events.insert(List.of(blue)).getFirst();
        assertThat(events.insert(List.of(red), key)).isInstanceOf(InsertOutcome.Inserted.class);
        assertThat(events.insert(List.of(red), key)).isEqualTo(new InsertOutcome.Repeated(List.of(red.id())));
        assertThat(events.insertImported(List.of(red, EventSample.text("new").draft())))
                .containsExactly(ImportOutcome.EQUAL_EXISTS, ImportOutcome.STORED);
        assertThat(events.fillVectors(
                        List.of(new MadeVector(stored.id(), 1, new StoredVector("model", EmbeddingVector.of(3, 4))))))
                .containsExactly(stored.id());
        assertThat(events.mergeMetadata(stored.id(), Json.object("{seen: true}"), OptionalLong.of(1)))
                .isInstanceOf(UpdateOutcome.Updated.class);
        assertThat(events.replace(
                        stored.id(), blue.content(), blue.metadata(), new VectorChange.Keep(), OptionalLong.of(1)))
                .isEqualTo(new UpdateOutcome.RevisionMismatch(2));
        assertThat(events.delete(red.id())).isTrue();
        assertThat(events.adoptSpace(new EmbeddingSpace("other", 2))).isEqualTo(1);
        assertThat(events.space()).contains(new EmbeddingSpace("other", 2));
        Event green = events.insert(
                        List.of(EventSample.metadata("{color: 'green'}").draft()))
                .getFirst();
        assertThat(events.deleteMatching(EventFilter.byMetadata(green.metadata()), 10))
                .containsExactly(green.id());
    }

    private static void read(EventStore events) {
        Event blue = events.filter(BLUE, 10, 0).getFirst();
        assertThat(events.find(blue.id())).contains(blue);
        assertThat(events.findAll(List.of(blue.id()))).containsExactly(blue);
        assertThat(events.matching(List.of(blue.id()), BLUE)).isEqualTo(Set.of(blue.id()));
        assertThat(events.count(BLUE)).isEqualTo(1);
        assertThat(events.list(BLUE, new EventCursor(Instant.MAX, blue.id()), 10))
                .containsExactly(blue);
        assertThat(events.scan(null, 10)).hasSize(2);
        assertThat(events.awaitingVector(10)).extracting(Event::id).containsExactly(blue.id());
        assertThat(events.countAwaitingVector()).isEqualTo(1);
    }

    private static void operate(PostgresStore store) {
        TimeSpan span = new TimeSpan(EventSample.NOON, EventSample.NOON.plus(Duration.ofHours(1)));
        assertThat(store.statistics().totalEvents()).isEqualTo(2);
        assertThat(store.statistics().severities(span))
                .containsEntry("critical", 1L)
                .containsEntry("info", 1L);
        assertThat(store.statistics().newestOfSeverity("critical", 5)).hasSize(1);
        assertThat(store.statistics().newestOfSeverity("info", 5)).hasSize(1);
        assertThat(store.statistics().timeline(span, Bucket.HOUR, "info")).hasSize(1);
        assertThat(store.statistics().distribution("color", "none", span)).hasSize(2);
        assertThat(store.monitor().figures().sizeInBytes()).isPositive();
        assertThat(store.monitor().indexes()).isNotEmpty();
    }
}
