package io.mnemolite.core.search;

import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.search.RankedCandidates.Ranked;
import io.mnemolite.core.search.ReciprocalRankFusion.Fused;
import java.util.List;
import java.util.function.Supplier;

/** Both channels, fused by reciprocal rank. The fused pool is the whole answer: its size is the total. */
final class HybridChannel {

    /** Candidates per channel for pages of up to half as many. */
    private static final int POOL = 100;

    /** Candidates per channel for larger pages. */
    private static final int LARGE_POOL = 1_000;

    private final MetadataCheck check;

    HybridChannel(MetadataCheck check) {
        this.check = check;
    }

    /** @param vector may still be in the making, and is asked for when the words are ranked */
    RankedCandidates rank(String words, Supplier<EmbeddingVector> vector, EventQuery query, IndexSnapshot snapshot) {
        // The pool depends on the limit alone, so that every page of a client is cut from the same ranking.
        int pool = query.limit() <= POOL / 2 ? POOL : LARGE_POOL;
        List<IndexCandidate> lexical = snapshot.lexical(words, pool, query.filter());
        List<IndexCandidate> near = snapshot.nearest(vector.get(), pool, query.filter());
        if (query.hasThreshold()) {
            near = near.stream()
                    .filter(candidate -> candidate.score() <= query.distanceThreshold())
                    .toList();
        }
        near = check.matching(near, query.filter(), snapshot);
        lexical = check.matching(lexical, query.filter(), snapshot);
        List<Fused> fused = ReciprocalRankFusion.fuse(near, lexical, ReciprocalRankFusion.MEMORY_K);
        List<Ranked> page = fused.stream()
                .skip(query.offset())
                .limit(query.limit())
                .map(hit -> new Ranked(
                        hit.id(),
                        hit.distance(),
                        new HitExplanation(
                                hit.vectorRank(), hit.distance(), hit.lexicalRank(), hit.lexicalScore(), hit.score())))
                .toList();
        return new RankedCandidates(
                "hybrid", page, fused.size(), TotalRelation.EQUAL, false, near.size(), lexical.size());
    }
}
