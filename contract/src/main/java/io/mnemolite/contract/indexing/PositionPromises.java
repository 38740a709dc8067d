package io.mnemolite.contract.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Eventually;
import io.mnemolite.contract.fixture.InParallel;
import io.mnemolite.core.change.Change;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.event.EventId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Positions: what comes after them, and for how long they are worth something. */
public abstract class PositionPromises extends LogPromises {

    private static final Comparator<Change<EventId>> LOG_ORDER =
            Comparator.<Change<EventId>>comparingLong(Change::xid).thenComparingLong(Change::seq);

    protected abstract void age(Duration duration);

    @Test
    void horizon_comesBeforeEveryLaterChange() {
        EventId earlier = insert(EventSample.text("earlier")).getFirst().id();
        changesAfter(new IndexPosition(log().horizon().store(), 0, 0), 1);
        IndexPosition horizon = log().horizon();
        EventId later = insert(EventSample.text("later")).getFirst().id();

        assertThat(ids(changesAfter(horizon, 1))).contains(later);
        assertThat(log().covers(horizon)).isTrue();
        assertThat(store().find(earlier)).isPresent();
    }

    @Test
    void frontier_comesAfterEveryChangeSoFar_andTheHorizonReachesIt() {
        IndexPosition start = log().horizon();
        insert(EventSample.text("one"), EventSample.text("two"));
        IndexPosition frontier = log().frontier();

        assertThat(Eventually.get(() -> log().horizon(), horizon -> horizon.reaches(frontier)))
                .extracting(IndexPosition::store)
                .isEqualTo(start.store());
        assertThat(log().after(frontier, 10)).isEmpty();
        assertThat(frontier.reaches(start)).isTrue();
        assertThat(start.reaches(frontier)).isFalse();
    }

    @Test
    void after_givesAPageAtATimeInOrderEachOnce() {
        IndexPosition start = log().horizon();
        List<EventId> written = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            EventSample sample = EventSample.text("number " + i);
            insert(sample);
            written.add(sample.id());
        }
        changesAfter(start, 25);

        List<Change<EventId>> seen = new ArrayList<>();
        IndexPosition position = start;
        List<Change<EventId>> page = log().after(position, 7);
        while (!page.isEmpty()) {
            seen.addAll(page);
            position = positionOf(page.getLast(), start);
            page = log().after(position, 7);
        }

        assertThat(ids(seen)).isEqualTo(written);
        assertThat(seen).isSortedAccordingTo(LOG_ORDER);
        assertThat(log().covers(position)).isTrue();
    }

    @Test
    void after_givesThePartOfATransactionThatIsLeft() {
        IndexPosition start = log().horizon();
        EventSample first = EventSample.text("first");
        EventSample second = EventSample.text("second");
        insert(first, second);
        Change<EventId> change = changesAfter(start, 2).getFirst();

        assertThat(ids(log().after(positionOf(change, start), 10))).containsExactly(second.id());
    }

    @Test
    void after_whileManyWrite_neverGainsARowBehindAPosition() throws Exception {
        int writers = 4;
        int writes = 25;
        IndexPosition start = log().horizon();
        AtomicInteger writing = new AtomicInteger(writers);
        List<Change<EventId>> tailed = new ArrayList<>();

        List<List<EventId>> written = InParallel.call(writers + 1, thread -> {
            List<EventId> ids = new ArrayList<>();
            if (thread < writers) {
                try {
                    for (int write = 0; write < writes; write++) {
                        EventSample sample = EventSample.text("from " + thread);
                        insert(sample, EventSample.text("its twin"));
                        ids.add(sample.id());
                    }
                } finally {
                    writing.decrementAndGet();
                }
            } else {
                IndexPosition position = start;
                while (writing.get() > 0 && !Thread.currentThread().isInterrupted()) {
                    List<Change<EventId>> page = log().after(position, 10);
                    tailed.addAll(page);
                    position = page.isEmpty() ? position : positionOf(page.getLast(), start);
                }
            }
            return ids;
        });

        IndexPosition reached = tailed.isEmpty() ? start : positionOf(tailed.getLast(), start);
        tailed.addAll(changesAfter(reached, 2 * writers * writes - tailed.size()));
        Set<EventId> all = new HashSet<>(ids(tailed));
        assertThat(tailed).hasSize(2 * writers * writes).isSortedAccordingTo(LOG_ORDER);
        assertThat(all).hasSize(2 * writers * writes);
        written.forEach(ids -> assertThat(all).containsAll(ids));
    }

    @Test
    void covers_aPositionOfAnotherStore_isFalse() {
        IndexPosition here = log().horizon();

        assertThat(log().covers(here)).isTrue();
        assertThat(log().covers(new IndexPosition("another " + here.store(), here.xid(), here.seq())))
                .isFalse();
    }

    @Test
    void covers_aPositionAheadOfTheStore_isFalse() {
        IndexPosition here = log().horizon();

        assertThat(log().covers(new IndexPosition(here.store(), here.xid() + 1_000_000_000, here.seq())))
                .isFalse();
    }

    @Test
    void covers_aPositionOfAnotherSpace_isFalse() {
        store().adoptSpace(new EmbeddingSpace("model-a", 3));
        IndexPosition before = log().horizon();
        store().adoptSpace(new EmbeddingSpace("model-b", 3));

        assertThat(log().covers(before)).isFalse();
        assertThat(log().covers(log().horizon())).isTrue();
    }

    @Test
    void prune_keepsChangesOfTheLastDay() {
        IndexPosition start = log().horizon();
        EventSample sample = EventSample.text("young");
        insert(sample);
        Change<EventId> change = changesAfter(start, 1).getFirst();
        age(Duration.ofHours(23));

        log().prune(positionOf(change, start));

        assertThat(log().covers(start)).isTrue();
        assertThat(ids(log().after(start, 10))).containsExactly(sample.id());
    }

    @Test
    void prune_forgetsOlderChangesUpToThePositionAndCoversNoEarlierOne() {
        IndexPosition start = log().horizon();
        EventSample first = EventSample.text("first");
        EventSample second = EventSample.text("second");
        EventSample third = EventSample.text("third");
        insert(first);
        insert(second);
        insert(third);
        List<Change<EventId>> changes = changesAfter(start, 3);
        IndexPosition afterFirst = positionOf(changes.getFirst(), start);
        IndexPosition afterSecond = positionOf(changes.get(1), start);
        age(Duration.ofHours(25));

        log().prune(afterSecond);

        assertThat(log().covers(start)).isFalse();
        assertThat(log().covers(afterFirst)).isFalse();
        assertThat(log().covers(afterSecond)).isTrue();
        assertThat(ids(log().after(afterSecond, 10))).containsExactly(third.id());
        assertThat(log().covers(log().horizon())).isTrue();
    }

    @Test
    void prune_ofOldAndYoungChanges_stopsAtTheYoungOnes() {
        IndexPosition start = log().horizon();
        insert(EventSample.text("old"));
        Change<EventId> old = changesAfter(start, 1).getFirst();
        age(Duration.ofHours(25));
        EventSample young = EventSample.text("young");
        insert(young);
        Change<EventId> last = changesAfter(positionOf(old, start), 1).getLast();

        log().prune(positionOf(last, start));

        assertThat(log().covers(start)).isFalse();
        assertThat(log().covers(positionOf(old, start))).isTrue();
        assertThat(ids(log().after(positionOf(old, start), 10))).containsExactly(young.id());
    }

    @Test
    void prune_twice_changesNothing() {
        IndexPosition start = log().horizon();
        insert(EventSample.text("old"));
        IndexPosition end = positionOf(changesAfter(start, 1).getFirst(), start);
        age(Duration.ofHours(25));

        log().prune(end);
        log().prune(end);
        log().prune(start);

        assertThat(log().covers(end)).isTrue();
        assertThat(log().covers(start)).isFalse();
    }
}
