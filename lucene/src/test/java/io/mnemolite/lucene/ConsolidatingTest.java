package io.mnemolite.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.search.IndexCandidate;
import io.mnemolite.core.search.IndexSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index at rest becomes one segment, which is kept, and nothing else about it changes. */
class ConsolidatingTest {

    private static final int DIMENSION = 3;
    private static final IndexPosition POSITION = new IndexPosition("store", 7, 8);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void consolidate_leavesOneDurableSegmentWithTheSameEvents() throws Exception {
        List<EventId> ids = new ArrayList<>();
        try (LuceneEventIndex index = LuceneEventIndex.open(folder, DIMENSION)) {
            for (int i = 0; i < 4; i++) {
                List<Event> events = events(50);
                events.forEach(event -> ids.add(event.id()));
                index.apply(events, List.of());
                index.commit(POSITION);
            }
            EventId gone = ids.removeFirst();
            index.apply(List.of(), List.of(gone));
            assertThat(committedSegments()).isGreaterThan(1);

            consolidateUntilOneSegmentIsCommitted(index);

            assertThat(found(index)).containsExactlyInAnyOrderElementsOf(ids);
        }
        try (LuceneEventIndex reopened = LuceneEventIndex.open(folder, DIMENSION)) {
            assertThat(reopened.committedPosition()).contains(POSITION);
            assertThat(found(reopened)).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void consolidate_besideWrites_losesNone() throws Exception {
        List<EventId> ids = new ArrayList<>();
        try (LuceneEventIndex index = LuceneEventIndex.open(folder, DIMENSION)) {
            for (int i = 0; i < 200; i++) {
                List<Event> events = events(5);
                events.forEach(event -> ids.add(event.id()));
                index.apply(events, List.of());
                index.consolidate();
                try (IndexSnapshot snapshot = index.snapshot()) {
                    assertThat(snapshot.countEvents()).isEqualTo(ids.size());
                }
            }
            assertThat(found(index)).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    private void consolidateUntilOneSegmentIsCommitted(LuceneEventIndex index) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (committedSegments() > 1) {
            assertThat(System.nanoTime())
                    .as("time until one segment is committed")
                    .isLessThan(end);
            index.consolidate();
            Thread.sleep(5);
        }
    }

    private int committedSegments() throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.leaves().size();
        }
    }

    private static List<EventId> found(LuceneEventIndex index) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.lexical("consolidated", 10_000, EventFilter.ALL).stream()
                    .map(IndexCandidate::id)
                    .toList();
        }
    }

    private static List<Event> events(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(EventSample.text("consolidated").event());
        }
        return events;
    }
}
