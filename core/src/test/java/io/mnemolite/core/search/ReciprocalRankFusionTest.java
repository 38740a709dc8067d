package io.mnemolite.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.event.EventId;
import io.mnemolite.core.search.ReciprocalRankFusion.Fused;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReciprocalRankFusionTest {

    private static final int K = 10;

    private final IndexCandidate near = new IndexCandidate(id(1), 0.5);
    private final IndexCandidate far = new IndexCandidate(id(2), 1.5);

    @Test
    void fuse_ofNothing_isEmpty() {
        assertThat(ReciprocalRankFusion.fuse(List.of(), List.of(), K)).isEmpty();
    }

    @Test
    void fuse_ofOneChannel_keepsItsOrderAndNamesItsRanks() {
        assertThat(ReciprocalRankFusion.fuse(List.of(near, far), List.of(), K))
                .containsExactly(
                        new Fused(id(1), 1.0 / 11, 1, 0.5, null, null), new Fused(id(2), 1.0 / 12, 2, 1.5, null, null));
        assertThat(ReciprocalRankFusion.fuse(List.of(), List.of(near, far), K))
                .containsExactly(
                        new Fused(id(1), 1.0 / 11, null, null, 1, 0.5), new Fused(id(2), 1.0 / 12, null, null, 2, 1.5));
    }

    @Test
    void fuse_addsTheTermsOfBothChannels() {
        List<IndexCandidate> lexical = List.of(new IndexCandidate(id(3), 9), new IndexCandidate(id(2), 8));

        assertThat(ReciprocalRankFusion.fuse(List.of(near, far), lexical, K))
                .containsExactly(
                        new Fused(id(2), 1.0 / 12 + 1.0 / 12, 2, 1.5, 2, 8.0),
                        new Fused(id(3), 1.0 / 11, null, null, 1, 9.0),
                        new Fused(id(1), 1.0 / 11, 1, 0.5, null, null));
    }

    @Test
    void fuse_ofEqualScores_putsTheBetterByWordsFirst() {
        IndexCandidate byWords = candidate(9);
        IndexCandidate byMeaning = candidate(4);

        assertThat(ReciprocalRankFusion.fuse(List.of(byMeaning), List.of(byWords), K))
                .extracting(Fused::id)
                .containsExactly(byWords.id(), byMeaning.id());
        assertThat(ReciprocalRankFusion.fuse(List.of(byMeaning, byWords), List.of(byWords, byMeaning), K))
                .extracting(Fused::id)
                .containsExactly(byWords.id(), byMeaning.id());
    }

    @Test
    void fuse_withSmallK_prefersAFirstPlaceToTwoMiddlingOnes() {
        List<IndexCandidate> vector = List.of(near, candidate(5), candidate(6), candidate(7));
        List<IndexCandidate> lexical = List.of(candidate(8), candidate(9), candidate(10), candidate(7));

        assertThat(ReciprocalRankFusion.fuse(vector, lexical, 1).getFirst().id())
                .isEqualTo(id(8));
        assertThat(ReciprocalRankFusion.fuse(vector, lexical, 60).getFirst().id())
                .isEqualTo(id(7));
    }

    private static IndexCandidate candidate(long number) {
        return new IndexCandidate(id(number), 1);
    }

    private static EventId id(long number) {
        return new EventId(new UUID(0, number));
    }
}
