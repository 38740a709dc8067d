package io.mnemolite.core.search;

import io.mnemolite.core.event.EventId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fuses two rankings: score = Σ 1 / (k + rank), ranks from 1 (Cormack, Clarke, Büttcher: Reciprocal Rank Fusion, SIGIR
 * 2009). A small k rewards the first places of either channel; see docs/decisions for how it was chosen.
 */
public final class ReciprocalRankFusion {

    /** The rank constant of the memory search. */
    public static final int MEMORY_K = 10;

    // First by words and second by vector scores just as much as the other way round: an id, which is random, must not
    // decide between the two.
    private static final Comparator<Fused> BEST_FIRST = Comparator.comparingDouble(Fused::score)
            .reversed()
            .thenComparing(Fused::lexicalRank, Comparator.nullsLast(Comparator.naturalOrder()));

    private ReciprocalRankFusion() {}

    /** An event of the fused ranking, with its 1-based ranks and scores in each channel. */
    public record Fused(
            EventId id,
            double score,
            @Nullable Integer vectorRank,
            @Nullable Double distance,
            @Nullable Integer lexicalRank,
            @Nullable Double lexicalScore) {}

    /** The fused ranking, best first; of equal ones that which the words rank higher. */
    public static List<Fused> fuse(List<IndexCandidate> vector, List<IndexCandidate> lexical, int k) {
        Map<EventId, Fused> fused = HashMap.newHashMap(vector.size() + lexical.size());
        for (int i = 0; i < vector.size(); i++) {
            IndexCandidate candidate = vector.get(i);
            fused.put(
                    candidate.id(), new Fused(candidate.id(), 1.0 / (k + i + 1), i + 1, candidate.score(), null, null));
        }
        for (int i = 0; i < lexical.size(); i++) {
            IndexCandidate candidate = lexical.get(i);
            double term = 1.0 / (k + i + 1);
            int rank = i + 1;
            fused.merge(
                    candidate.id(),
                    new Fused(candidate.id(), term, null, null, rank, candidate.score()),
                    (near, ignored) -> new Fused(
                            near.id(),
                            near.score() + term,
                            near.vectorRank(),
                            near.distance(),
                            rank,
                            candidate.score()));
        }
        List<Fused> ranking = new ArrayList<>(fused.values());
        ranking.sort(BEST_FIRST);
        return ranking;
    }
}
