package io.mnemolite.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.search.RankedCandidates.Ranked;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorChannelTest {

    private static final EmbeddingVector VECTOR = EmbeddingVector.of(1);

    private final VectorChannel channel = new VectorChannel(new MetadataCheck(new InMemoryEventStore()));
    private final LineSnapshot snapshot = new LineSnapshot(1_300);

    private RankedCandidates rank(int limit, int offset, double threshold, LineSnapshot snapshot) {
        return channel.rank(
                VECTOR,
                new EventQuery(null, VECTOR, SearchMode.VECTOR, EventFilter.ALL, limit, offset, threshold, false),
                snapshot);
    }

    private RankedCandidates rank(int limit, int offset, double threshold) {
        return rank(limit, offset, threshold, snapshot);
    }

    @Test
    void rank_withoutThreshold_proposesFewAndCountsEveryVector() {
        RankedCandidates first = rank(50, 0, EventQuery.NO_THRESHOLD);

        assertThat(snapshot.asked).containsExactly(100);
        assertThat(first.page()).hasSize(50);
        assertThat(first.total()).isEqualTo(1_300);
        assertThat(first.relation()).isEqualTo(TotalRelation.EQUAL);
    }

    @Test
    void rank_ofALargePage_proposesMany() {
        rank(51, 0, EventQuery.NO_THRESHOLD);

        assertThat(snapshot.asked).containsExactly(1_000);
    }

    @Test
    void rank_withAThreshold_countsAmongTheNearestThousand() {
        RankedCandidates some = rank(10, 0, 0.4995);

        assertThat(snapshot.asked).containsExactly(1_000);
        assertThat(some.total()).isEqualTo(490);
        assertThat(some.relation()).isEqualTo(TotalRelation.EQUAL);
        RankedCandidates many = rank(10, 0, 1.9);
        assertThat(many.total()).isEqualTo(1_001);
        assertThat(many.relation()).isEqualTo(TotalRelation.AT_LEAST);
    }

    @Test
    void rank_ofFewVectors_isCompleteAtOnce() {
        LineSnapshot few = new LineSnapshot(99);

        RankedCandidates past = rank(10, 200, EventQuery.NO_THRESHOLD, few);

        assertThat(few.asked).containsExactly(100);
        assertThat(past.page()).isEmpty();
        assertThat(past.total()).isEqualTo(99);
    }

    @ParameterizedTest(name = "limit {0}, threshold {1}")
    @CsvSource({"7, 2.0", "50, 2.0", "100, 2.0", "7, 1.9", "100, 1.9"})
    void pages_showEveryVectorOnce_thoughTheGraphMissesSome(int limit, double threshold) {
        List<EventId> seen = new ArrayList<>();
        long total = 1;
        for (int offset = 0; offset < total; offset += limit) {
            RankedCandidates candidates = rank(limit, offset, threshold);
            total = candidates.total();
            candidates.page().stream().map(Ranked::id).forEach(seen::add);
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(snapshot.ids());
        assertThat(snapshot.exactScans).isPositive();
    }

    @Test
    void page_namesRanksFromTheBeginning() {
        RankedCandidates second = rank(10, 10, EventQuery.NO_THRESHOLD);

        assertThat(second.page().stream()
                        .map(ranked -> ranked.explanation().vectorRank())
                        .toList())
                .containsExactly(11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
    }
}
