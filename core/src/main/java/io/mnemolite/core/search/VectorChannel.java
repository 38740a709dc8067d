package io.mnemolite.core.search;

import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.search.RankedCandidates.Ranked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Nearest vectors, page by page. The nearest {@link #POOL} are found approximately and are the same for every page; what
 * lies beyond is found by an exact scan, less those already shown, so that a client that pages sees everything once.
 */
final class VectorChannel {

    /** Candidates found approximately. */
    static final int POOL = 1_000;

    private final MetadataCheck check;

    VectorChannel(MetadataCheck check) {
        this.check = check;
    }

    RankedCandidates rank(EmbeddingVector vector, EventQuery query, IndexSnapshot snapshot) {
        List<IndexCandidate> offered = snapshot.nearest(vector, POOL, query.filter());
        double threshold = query.hasThreshold() ? query.distanceThreshold() : Double.POSITIVE_INFINITY;
        boolean fallback = query.hasThreshold()
                && query.filter().isAll()
                && (offered.isEmpty() || offered.getFirst().score() > threshold);
        if (fallback) {
            threshold = Double.POSITIVE_INFINITY;
        }
        double bound = threshold;
        List<IndexCandidate> within =
                offered.stream().filter(candidate -> candidate.score() <= bound).toList();
        // Only a full pool with nothing beyond the threshold can hide further matches.
        boolean mayBeMore = offered.size() == POOL && within.size() == POOL;
        List<IndexCandidate> ranking = check.matching(within, query.filter());
        long total = ranking.size();
        TotalRelation relation = TotalRelation.EQUAL;
        long end = query.end();
        if (mayBeMore) {
            if (end > ranking.size()) {
                ranking = withRest(ranking, within, vector, bound, query, snapshot);
                total = ranking.size();
            } else if (bound == Double.POSITIVE_INFINITY
                    && query.filter().metadata().isEmpty()) {
                total = snapshot.countVectors(query.filter());
            } else {
                total = Math.max(ranking.size(), end) + 1;
                relation = TotalRelation.AT_LEAST;
            }
        }
        List<Ranked> page = RankedCandidates.page(ranking, query, VectorChannel::ranked);
        return new RankedCandidates("vector", page, total, relation, fallback, offered.size(), null);
    }

    private List<IndexCandidate> withRest(
            List<IndexCandidate> ranking,
            List<IndexCandidate> pool,
            EmbeddingVector vector,
            double bound,
            EventQuery query,
            IndexSnapshot snapshot) {
        Set<EventId> shown = HashSet.newHashSet(pool.size());
        pool.forEach(candidate -> shown.add(candidate.id()));
        List<IndexCandidate> rest = snapshot.allWithin(vector, bound, query.filter()).stream()
                .filter(candidate -> !shown.contains(candidate.id()))
                .toList();
        List<IndexCandidate> all = new ArrayList<>(ranking);
        all.addAll(check.matching(rest, query.filter()));
        return all;
    }

    private static Ranked ranked(IndexCandidate candidate, int rank) {
        double distance = candidate.score();
        return new Ranked(candidate.id(), distance, new HitExplanation(rank, distance, null, null, null));
    }
}
