package io.mnemolite.core.code.search;

import io.mnemolite.core.code.store.CodeChunkId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weighted reciprocal rank fusion: the score of a chunk is the sum over the channels of {@code weight / (60 + rank)}, with ranks
 * from 1 (Cormack, Clarke, Büttcher: Reciprocal Rank Fusion, SIGIR 2009, with weights).
 */
public final class WeightedFusion {

    /** The constant that v1 clients know. */
    public static final int K = 60;

    private WeightedFusion() {}

    /** A chunk's place in each channel, where it has one, and its score. */
    public record Fused(
            CodeChunkId id,
            double score,
            @Nullable Integer lexicalRank,
            @Nullable Double lexicalScore,
            @Nullable Integer vectorRank,
            @Nullable Double distance) {}

    /** What a channel adds to the score of a chunk of a rank. */
    public static double term(double weight, int rank) {
        return weight / (K + rank);
    }

    /** The vector channel's candidates as they rank beside words: by distance, that of tests and generated code stretched. */
    static List<ChunkCandidate> demoted(List<ChunkCandidate> nearest) {
        return nearest.stream()
                .sorted(Comparator.comparingDouble(WeightedFusion::stretchedDistance)
                        .thenComparing(ChunkCandidate::id))
                .toList();
    }

    private static double stretchedDistance(ChunkCandidate candidate) {
        return candidate.isLesser() ? candidate.score() / CodeIndex.DEMOTION : candidate.score();
    }

    /** The fused ranking, best first, ties by id. */
    public static List<Fused> fuse(List<ChunkCandidate> lexical, List<ChunkCandidate> vector, ChannelWeights weights) {
        Map<CodeChunkId, Fused> fused = HashMap.newHashMap(lexical.size() + vector.size());
        for (int i = 0; i < lexical.size(); i++) {
            ChunkCandidate candidate = lexical.get(i);
            double term = term(weights.lexical(), i + 1);
            fused.put(candidate.id(), new Fused(candidate.id(), term, i + 1, candidate.score(), null, null));
        }
        for (int i = 0; i < vector.size(); i++) {
            ChunkCandidate candidate = vector.get(i);
            double term = term(weights.vector(), i + 1);
            Fused other = fused.get(candidate.id());
            fused.put(
                    candidate.id(),
                    new Fused(
                            candidate.id(),
                            other == null ? term : other.score() + term,
                            other == null ? null : other.lexicalRank(),
                            other == null ? null : other.lexicalScore(),
                            i + 1,
                            candidate.score()));
        }
        List<Fused> ranking = new ArrayList<>(fused.values());
        ranking.sort(Comparator.comparingDouble(Fused::score).reversed().thenComparing(Fused::id));
        return ranking;
    }
}
