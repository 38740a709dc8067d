package io.mnemolite.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.CanonicalEvent;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Storing events and reading them by id. */
public abstract class InsertionPromises extends StorePromises {

    @Test
    void insert_startsAtRevisionOne() {
        Event stored = insert(EventSample.text("first")).getFirst();

        assertThat(stored.revision()).isEqualTo(1);
        assertThat(stored.vectorRevision()).isZero();
    }

    @Test
    void insert_keepsEveryPart() {
        EventSample sample = EventSample.text("hello")
                .withMetadata(Json.object("{project: 'alpha', nested: {tags: ['x', 1, null, true]}}"))
                .withVector("client", 0.25f, -1.5f, 3e-38f)
                .at("2026-01-02T03:04:05.678901Z");

        insert(sample);

        assertThat(read(sample.id())).isEqualTo(CanonicalEvent.of(sample.draft()));
    }

    @Test
    void insert_givesTheEventsAsStoredInTheOrderGiven() {
        List<EventSample> samples = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            samples.add(EventSample.text("number " + i).withId(EventSample.id((i * 37) % 50)));
        }

        List<Event> stored = insert(samples.toArray(EventSample[]::new));

        assertThat(CanonicalEvent.ofAll(stored))
                .isEqualTo(samples.stream()
                        .map(sample -> CanonicalEvent.of(sample.draft()))
                        .toList());
        assertThat(stored).allSatisfy(event -> assertThat(read(event.id())).isEqualTo(CanonicalEvent.of(event)));
    }

    @Test
    void insert_ofNothing_storesNothing() {
        assertThat(store().insert(List.of())).isEmpty();
        assertThat(store().count(EventFilter.ALL)).isZero();
    }

    @Test
    void insert_withOneDraftRefused_storesNone() {
        EventSample present = EventSample.text("present");
        insert(present);
        EventSample fresh = EventSample.text("fresh");

        assertThatThrownBy(() -> insert(fresh, present.withContent(Json.object("{text: 'other'}"))))
                .isInstanceOf(MnemoliteException.class);

        assertThat(store().find(fresh.id())).isEmpty();
        assertThat(read(present.id())).isEqualTo(CanonicalEvent.of(present.draft()));
    }

    @Test
    void insert_roundsTimeDownToMicroseconds() {
        EventSample sample = EventSample.text("precise").at("2026-01-02T03:04:05.123456999Z");

        insert(sample);

        assertThat(read(sample.id()).timestamp()).isEqualTo("2026-01-02T03:04:05.123456Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "0001-01-01T00:00:00.000001Z",
                "1582-10-10T10:10:10.101010Z",
                "1899-12-31T23:59:59.999999Z",
                "1969-12-31T23:59:59.999999Z",
                "1970-01-01T00:00:00Z",
                "2024-02-29T00:00:00.000001Z",
                "2026-10-25T01:30:00.5Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void insert_keepsTimeToTheMicrosecond(String time) {
        EventSample sample = EventSample.text("edge").at(time);

        insert(sample);

        assertThat(read(sample.id()).timestamp()).isEqualTo(sample.timestamp());
    }

    @Test
    void find_ofUnknownId_isEmpty() {
        assertThat(store().find(EventId.next())).isEmpty();
    }

    @Test
    void findAll_givesThoseThatExistEachOnce() {
        EventSample first = EventSample.text("first");
        EventSample second = EventSample.text("second");
        insert(first, second);

        List<Event> found = store().findAll(List.of(first.id(), EventId.next(), second.id(), first.id()));

        assertThat(ids(found)).containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void findAll_ofNothing_isEmpty() {
        assertThat(store().findAll(List.of())).isEmpty();
    }

    @Test
    void anyCall_afterItsDeadline_failsAndChangesNothing() throws Exception {
        EventSample present = EventSample.text("present");
        insert(present);
        EventSample late = EventSample.text("late");
        Deadline passed = Deadline.after(Duration.ZERO);

        assertThatThrownBy(() -> passed.call(() -> insert(late))).satisfies(InsertionPromises::deadlineExceeded);
        assertThatThrownBy(() -> passed.call(() -> store().find(present.id())))
                .satisfies(InsertionPromises::deadlineExceeded);
        assertThatThrownBy(() -> passed.call(() -> store().delete(present.id())))
                .satisfies(InsertionPromises::deadlineExceeded);
        assertThat(store().find(late.id())).isEmpty();
        assertThat(store().find(present.id())).isPresent();
    }

    private static void deadlineExceeded(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        MnemoliteException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED));
    }
}
