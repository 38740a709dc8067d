package io.mnemolite.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.EventStatistics.Bucket;
import io.mnemolite.core.operation.EventStatistics.Count;
import io.mnemolite.core.operation.InMemoryEventStatistics;
import io.mnemolite.core.operation.IndexedEventStatistics;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexedCountsTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:30:00Z");

    private final InMemoryEventStore store = new InMemoryEventStore();

    /** Of an index that is empty, so that what it says is wrong. */
    private EventStatistics statistics(IndexAvailability availability) {
        return new IndexedEventStatistics(new InMemoryEventStatistics(store), new InMemoryEventIndex(2), availability);
    }

    private void putOne() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        store.insert(List.of(new EventDraft(EventId.next(), TIME, json.objectNode(), json.objectNode(), null, false)));
    }

    private static IndexAvailability failing(ErrorCode code) {
        return () -> {
            throw new MnemoliteException(code, "A sentence.");
        };
    }

    @Test
    void counts_whileTheIndexIsRebuilt_areTheStores() {
        putOne();
        EventStatistics rebuilding = statistics(failing(ErrorCode.UNAVAILABLE));

        assertThat(rebuilding.totalEvents()).isOne();
        assertThat(rebuilding.timeline(EventFilter.ALL, Bucket.HOUR))
                .containsExactly(new Count(Instant.parse("2026-03-01T10:00:00Z"), 1));
        assertThat(statistics(() -> {}).totalEvents()).as("of the index").isZero();
    }

    @Test
    void counts_pastTheDeadline_areRefusedAndNotReadFromTheStoreToo() {
        EventStatistics late = statistics(failing(ErrorCode.DEADLINE_EXCEEDED));

        assertThatThrownBy(late::totalEvents)
                .isInstanceOf(MnemoliteException.class)
                .hasMessage("A sentence.");
    }
}
