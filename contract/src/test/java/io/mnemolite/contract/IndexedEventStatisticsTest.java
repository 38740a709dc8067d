package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.InMemoryEventStatistics;
import io.mnemolite.core.operation.IndexedEventStatistics;
import io.mnemolite.core.search.EventIndex;
import io.mnemolite.core.search.InMemoryEventIndex;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexedEventStatisticsTest extends EventStatisticsContract {

    private final InMemoryEventStore store = new InMemoryEventStore();
    private final EventIndex index = new InMemoryEventIndex(2);

    @Override
    protected EventStore store() {
        return store;
    }

    /** The index takes in what is new when it is asked whether it is ready. */
    @Override
    protected EventStatistics statistics() {
        return new IndexedEventStatistics(
                new InMemoryEventStatistics(store), index, () -> index.apply(store.scan(null, 1_000), List.of()));
    }

    @Test
    void totalEvents_whileTheIndexIsNotReady_isTheStores() {
        store.insert(List.of(EventSample.text("one").draft()));
        EventStatistics statistics = new IndexedEventStatistics(new InMemoryEventStatistics(store), index, () -> {
            throw new MnemoliteException(ErrorCode.UNAVAILABLE, "The index is being built");
        });

        assertThat(statistics.totalEvents()).isEqualTo(1);
    }

    @Test
    void totalEvents_ofAReadyIndex_isItsOwn() {
        store.insert(List.of(EventSample.text("one").draft()));

        assertThat(new IndexedEventStatistics(new InMemoryEventStatistics(store), index, () -> {}).totalEvents())
                .isZero();
    }
}
