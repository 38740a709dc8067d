package io.mnemolite.contract.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.InParallel;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.search.IndexSnapshot;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Views of the index at one moment. */
public abstract class SnapshotPromises extends IndexPromises {

    private final EventSample sample = EventSample.text("zebra").withVector("m", 1, 0, 0, 0);

    @Test
    void snapshot_doesNotSeeLaterChanges() {
        EventSample gone = EventSample.text("zebra gone").withVector("m", 0, 1, 0, 0);
        apply(sample, gone);

        try (IndexSnapshot snapshot = index().snapshot()) {
            apply(sample.withContent(Json.object("{text: 'giraffe'}")), EventSample.text("zebra new"));
            remove(gone.id());
            assertThat(countEvents()).isEqualTo(2);

            assertThat(snapshot.countEvents()).isEqualTo(2);
            assertThat(lexical(snapshot, "zebra")).containsExactlyInAnyOrder(sample.id(), gone.id());
            assertThat(lexical(snapshot, "giraffe")).isEmpty();
            assertThat(ids(snapshot.nearest(vector(0, 1, 0, 0), 10, EventFilter.ALL)))
                    .containsExactly(gone.id(), sample.id());
            assertThat(snapshot.countVectors(EventFilter.ALL)).isEqualTo(2);
        }
    }

    @Test
    void snapshot_outlivesClearAndCommit() {
        apply(sample);

        try (IndexSnapshot snapshot = index().snapshot()) {
            index().commit(new IndexPosition("store", 1, 1));
            index().clear();

            assertThat(snapshot.countEvents()).isEqualTo(1);
            assertThat(lexical(snapshot, "zebra")).containsExactly(sample.id());
        }
    }

    @Test
    void snapshots_areIndependentOfOneAnother() {
        apply(sample);
        IndexSnapshot first = index().snapshot();
        IndexSnapshot second = index().snapshot();

        first.close();

        assertThat(lexical(second, "zebra")).containsExactly(sample.id());
        second.close();
        assertThat(lexical("zebra")).containsExactly(sample.id());
    }

    @Test
    void snapshots_takenWhileEventsAreApplied_coverWhatWasAppliedBefore() throws Exception {
        int rounds = 100;
        AtomicInteger applied = new AtomicInteger();

        List<Integer> shortfalls = InParallel.call(4, thread -> {
            if (thread == 0) {
                for (int round = 0; round < rounds; round++) {
                    apply(EventSample.text("zebra").withVector("m", round, 0, 0, 0));
                    applied.incrementAndGet();
                }
                return 0;
            }
            int shortfall = 0;
            int before;
            do {
                before = applied.get();
                try (IndexSnapshot snapshot = index().snapshot()) {
                    int events = snapshot.countEvents();
                    int words = snapshot.countLexical("zebra", 1000, EventFilter.ALL);
                    int vectors = snapshot.countVectors(EventFilter.ALL);
                    shortfall += events < before || words != events || vectors != events ? 1 : 0;
                }
            } while (before < rounds);
            return shortfall;
        });

        assertThat(shortfalls).containsOnly(0);
        assertThat(countEvents()).isEqualTo(rounds);
    }

    @Test
    void commit_besideApplies_losesNothing() throws Exception {
        int rounds = 40;

        InParallel.call(2, thread -> {
            for (int round = 0; round < rounds; round++) {
                if (thread == 0) {
                    apply(EventSample.text("zebra"));
                } else {
                    index().commit(new IndexPosition("store", round, round));
                }
            }
            return thread;
        });

        assertThat(countEvents()).isEqualTo(rounds);
        assertThat(index().committedPosition()).contains(new IndexPosition("store", rounds - 1, rounds - 1));
    }

    @Test
    void snapshots_takenWhileAnEventIsReplaced_seeItOnce() throws Exception {
        apply(sample);
        int rounds = 100;
        AtomicInteger applied = new AtomicInteger();
        List<Event> state = events(sample);
        List<EventId> one = List.of(sample.id());

        List<Boolean> always = InParallel.call(2, thread -> {
            boolean once = true;
            if (thread == 0) {
                for (int round = 0; round < rounds; round++) {
                    index().apply(state, List.of());
                    applied.incrementAndGet();
                }
            } else {
                while (applied.get() < rounds) {
                    once &= lexical("zebra").equals(one)
                            && nearest(vector(1, 0, 0, 0)).equals(one);
                }
            }
            return once;
        });

        assertThat(always).containsOnly(true);
    }
}
