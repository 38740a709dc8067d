package io.mnemolite.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.InMemoryEventStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HybridChannelTest {

    private static final EventQuery QUERY =
            new EventQuery("words", null, SearchMode.HYBRID, EventFilter.ALL, 10, 0, EventQuery.NO_THRESHOLD, false);

    private final LineSnapshot snapshot = new LineSnapshot(50);
    private final HybridChannel channel = new HybridChannel(new MetadataCheck(new InMemoryEventStore()));

    private RankedCandidates rank(Supplier<EmbeddingVector> vector) {
        return channel.rank("words", vector, QUERY, snapshot);
    }

    @Test
    void rank_looksTheWordsUp_beforeItWaitsForTheVector() {
        List<Integer> askedBefore = new ArrayList<>();

        RankedCandidates ranked = rank(() -> {
            askedBefore.addAll(snapshot.asked);
            return EmbeddingVector.of(1);
        });

        assertThat(askedBefore).containsExactly(100);
        assertThat(snapshot.asked).containsExactly(100, 100);
        assertThat(ranked.page()).hasSize(10);
    }

    @Test
    void rank_withoutAVector_failsAsTheModelDid() {
        MnemoliteException away = new MnemoliteException(ErrorCode.UNAVAILABLE, "The model is away.");

        assertThatThrownBy(() -> rank(() -> {
                    throw away;
                }))
                .isSameAs(away);
    }
}
