package io.mnemolite.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.InParallel;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.search.IndexSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every writer is a reader too: what it wrote must be in the snapshot it takes next, whoever opened that one's reader. */
class SnapshotCoverageTest {

    private static final int THREADS = 6;
    private static final int ROUNDS = 40;

    @TempDir
    private Path folder;

    @Test
    void snapshot_coversEveryWriteThatReturnedBefore_whileOthersWriteAndOpenReaders() throws Exception {
        try (LuceneEventIndex index = LuceneEventIndex.open(folder, 2)) {
            ReentrantLock oneWriter = new ReentrantLock();
            List<Integer> misses = InParallel.call(THREADS, thread -> {
                int missed = 0;
                EventSample sample = EventSample.text("first").withVector("m", 0, thread);
                for (int round = 0; round < ROUNDS; round++) {
                    String word = "round" + thread + "x" + round;
                    Event event =
                            sample.withContent(EventSample.text(word).content()).event();
                    apply(index, oneWriter, List.of(event), List.of());
                    try (IndexSnapshot snapshot = index.snapshot()) {
                        missed += snapshot.countLexical(word, 2, EventFilter.ALL) == 1 ? 0 : 1;
                        missed += snapshot.absent(List.of(event.id())).size();
                    }
                    if (round % 5 == 0) {
                        apply(index, oneWriter, List.of(), List.of(event.id()));
                        try (IndexSnapshot snapshot = index.snapshot()) {
                            missed += 1 - snapshot.absent(List.of(event.id())).size();
                        }
                        index.commit(new IndexPosition("store", round, thread));
                    }
                }
                return missed;
            });

            assertThat(misses).containsOnly(0);
            try (IndexSnapshot snapshot = index.snapshot()) {
                assertThat(snapshot.countEvents()).isEqualTo(THREADS);
            }
        }
    }

    @Test
    void interruptedCallers_writeAndRead() {
        try (LuceneEventIndex index = LuceneEventIndex.open(folder, 2)) {
            for (int round = 0; round < 20; round++) {
                Thread.currentThread().interrupt();
                index.apply(
                        List.of(EventSample.text("zebra")
                                .withVector("m", 0, round)
                                .event()),
                        List.of());
                try (IndexSnapshot snapshot = index.snapshot()) {
                    assertThat(snapshot.countLexical("zebra", 100, EventFilter.ALL))
                            .isEqualTo(round + 1);
                }
                index.commit(new IndexPosition("store", round, round));
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    private static void apply(LuceneEventIndex index, ReentrantLock lock, List<Event> present, List<EventId> gone) {
        lock.lock();
        try {
            index.apply(present, gone);
        } finally {
            lock.unlock();
        }
    }
}
