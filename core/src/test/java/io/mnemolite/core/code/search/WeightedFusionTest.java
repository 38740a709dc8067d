package io.mnemolite.core.code.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mnemolite.core.code.search.WeightedFusion.Fused;
import io.mnemolite.core.code.store.CodeChunkId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedFusionTest {

    private static final CodeChunkId A = id(1);
    private static final CodeChunkId B = id(2);
    private static final CodeChunkId C = id(3);

    private static CodeChunkId id(long number) {
        return new CodeChunkId(new UUID(0, number));
    }

    @Test
    void fuse_bothChannels_addsWeightedTerms() {
        List<Fused> fused = WeightedFusion.fuse(
                List.of(new ChunkCandidate(A, 9, false), new ChunkCandidate(B, 5, false)),
                List.of(new ChunkCandidate(B, 0.1, false), new ChunkCandidate(C, 0.2, false)),
                new ChannelWeights(0.4, 0.6));

        assertThat(fused.stream().map(Fused::id)).containsExactly(B, C, A);
        assertThat(fused.getFirst().score()).isCloseTo(0.4 / 62 + 0.6 / 61, within(1e-15));
        assertThat(fused.getFirst()).isEqualTo(new Fused(B, fused.getFirst().score(), 2, 5.0, 1, 0.1));
        assertThat(fused.get(1)).isEqualTo(new Fused(C, 0.6 / 62, null, null, 2, 0.2));
        assertThat(fused.get(2)).isEqualTo(new Fused(A, 0.4 / 61, 1, 9.0, null, null));
    }

    @Test
    void fuse_equalScores_areInTheOrderOfIds() {
        List<Fused> fused = WeightedFusion.fuse(
                List.of(new ChunkCandidate(C, 1, false)),
                List.of(new ChunkCandidate(A, 1, false)),
                new ChannelWeights(0.5, 0.5));

        assertThat(fused.stream().map(Fused::id)).containsExactly(A, C);
        assertThat(WeightedFusion.fuse(List.of(), List.of(), ChannelWeights.DEFAULT))
                .isEmpty();
    }

    @Test
    void demoted_candidates_rankByTheStretchedDistanceAndKeepTheirOwn() {
        ChunkCandidate test = new ChunkCandidate(A, 0.30, true);
        ChunkCandidate near = new ChunkCandidate(B, 0.42, false);
        ChunkCandidate far = new ChunkCandidate(C, 0.43, false);

        assertThat(WeightedFusion.demoted(List.of(test, near, far))).containsExactly(near, test, far);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            foo(bar).baz()           | 0.3 | 0.7
            a->b->c->d->e->f         | 0.3 | 0.7
            std::a::b::c::d::e       | 0.3 | 0.7
            a.b.c.d                  | 0.4 | 0.6
            open the file            | 0.4 | 0.6
            open the file now        | 0.5 | 0.5
            where is x.y opened now  | 0.4 | 0.6
            name                     | 0.4 | 0.6
            """)
    void weights_ofAQuery_followHowItLooks(String query, double lexical, double vector) {
        assertThat(ChannelWeights.of(query)).isEqualTo(new ChannelWeights(lexical, vector));
    }
}
