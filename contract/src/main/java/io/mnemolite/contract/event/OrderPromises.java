package io.mnemolite.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Seed;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventCursor;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The order of reads, and pages that show each event once. */
public abstract class OrderPromises extends StorePromises {

    private static final Comparator<EventSample> NEWEST_FIRST =
            Comparator.comparing(EventSample::timestamp).reversed().thenComparing(EventSample::id);

    @Test
    void filter_givesNewestFirstThenIdAscending() {
        List<EventId> expected = insertShuffled();

        assertThat(ids(store().filter(EventFilter.ALL, 100, 0))).isEqualTo(expected);
    }

    @Test
    void filter_byOffset_showsEachOnce() {
        List<EventId> expected = insertShuffled();
        List<EventId> seen = new ArrayList<>();

        for (int offset = 0; offset < expected.size(); offset += 7) {
            seen.addAll(ids(store().filter(EventFilter.ALL, 7, offset)));
        }

        assertThat(seen).isEqualTo(expected);
        assertThat(store().filter(EventFilter.ALL, 7, 1000)).isEmpty();
    }

    @Test
    void list_byCursor_showsEachOnce() {
        List<EventId> expected = insertShuffled();
        List<EventId> seen = new ArrayList<>();

        List<Event> page = store().list(EventFilter.ALL, null, 7);
        while (!page.isEmpty()) {
            seen.addAll(ids(page));
            Event last = page.getLast();
            page = store().list(EventFilter.ALL, new EventCursor(last.timestamp(), last.id()), 7);
        }

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void list_afterACursorWhoseEventIsGone_goesOn() {
        List<EventId> expected = insertShuffled();
        Event cursor = store().find(expected.get(9)).orElseThrow();
        store().delete(cursor.id());

        assertThat(ids(store().list(EventFilter.ALL, new EventCursor(cursor.timestamp(), cursor.id()), 100)))
                .isEqualTo(expected.subList(10, expected.size()));
    }

    @Test
    void scan_givesIdOrderAsUnsignedNumbers() {
        List<EventId> ids = List.of(
                new EventId(new UUID(0, 1)),
                new EventId(new UUID(0, Long.MAX_VALUE)),
                new EventId(new UUID(0, -1)),
                new EventId(new UUID(Long.MAX_VALUE, 0)),
                new EventId(new UUID(Long.MIN_VALUE, 5)),
                new EventId(new UUID(-1, -1)));
        List<EventId> shuffled = new ArrayList<>(ids);
        Collections.reverse(shuffled);
        shuffled.forEach(id -> insert(EventSample.text("sample").withId(id)));

        assertThat(ids(store().scan(null, 100))).isEqualTo(ids);
        assertThat(ids(store().filter(EventFilter.ALL, 100, 0))).isEqualTo(ids);
    }

    @Test
    void scan_byPage_showsEachOnce() {
        List<EventId> expected = insertShuffled().stream().sorted().toList();
        List<EventId> seen = new ArrayList<>();

        List<Event> page = store().scan(null, 7);
        while (!page.isEmpty()) {
            seen.addAll(ids(page));
            page = store().scan(page.getLast().id(), 7);
        }

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void reads_ofAnEmptyStore_areEmpty() {
        assertThat(store().filter(EventFilter.ALL, 10, 0)).isEmpty();
        assertThat(store().list(EventFilter.ALL, null, 10)).isEmpty();
        assertThat(store().scan(null, 10)).isEmpty();
        assertThat(store().count(EventFilter.ALL)).isZero();
    }

    /** Forty events at four times, ten at each; their ids newest first. */
    private List<EventId> insertShuffled() {
        List<EventSample> samples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            samples.add(EventSample.text("number " + i)
                    .withId(EventSample.id(i))
                    .at(EventSample.NOON.plusNanos(1000L * (i % 4))));
        }
        Collections.shuffle(samples, Seed.next("insertion order").random());
        insert(samples.toArray(EventSample[]::new));
        return samples.stream().sorted(NEWEST_FIRST).map(EventSample::id).toList();
    }
}
