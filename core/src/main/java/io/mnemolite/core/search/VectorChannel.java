package io.mnemolite.core.search;

import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.search.RankedCandidates.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nearest vectors, page by page, from one ranking: a pool that is found approximately and is the same for every page; what
 * lies beyond is found by a larger pool and in the end by an exact scan, less what is in the ranking already, so that a
 * client that pages sees everything once.
 *
 * <p>Where matches must be counted among the candidates, because of a threshold or a filter that is not exact, the pool is {@link #POOL},
 * which costs four to five times as much as {@link #SMALL_POOL}. Where every vector is a match, the index knows their number.
 */
final class VectorChannel {

    /** Candidates found approximately; up to so many matches are counted. */
    static final int POOL = 1_000;

    /** Candidates where nothing is to be counted, for pages of up to half as many. */
    static final int SMALL_POOL = 100;

    private final MetadataCheck check;

    VectorChannel(MetadataCheck check) {
        this.check = check;
    }

    RankedCandidates rank(EmbeddingVector vector, EventQuery query, IndexSnapshot snapshot) {
        int pool = pool(query, snapshot);
        List<IndexCandidate> offered = snapshot.nearest(vector, pool, query.filter());
        if (pool < POOL && offered.size() == pool && query.end() > pool) {
            pool = POOL;
            offered = joined(offered, snapshot.nearest(vector, pool, query.filter()));
        }
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
        boolean mayBeMore = offered.size() >= pool && within.size() == offered.size();
        List<IndexCandidate> ranking = check.matching(within, query.filter(), snapshot);
        long total = ranking.size();
        TotalRelation relation = TotalRelation.EQUAL;
        long end = query.end();
        if (mayBeMore) {
            if (end > ranking.size()) {
                ranking = withRest(ranking, within, vector, bound, query, snapshot);
                total = ranking.size();
            } else if (bound == Double.POSITIVE_INFINITY && snapshot.isExact(query.filter())) {
                total = snapshot.countVectors(query.filter());
            } else {
                total = Math.max(ranking.size(), end) + 1;
                relation = TotalRelation.AT_LEAST;
            }
        }
        List<Ranked> page = RankedCandidates.page(ranking, query, VectorChannel::ranked);
        return new RankedCandidates("vector", page, total, relation, fallback, offered.size(), null);
    }

    /** Depends on nothing that differs between the pages of one client, so that all are cut from the same ranking. */
    private static int pool(EventQuery query, IndexSnapshot snapshot) {
        boolean everyVectorMatches = !query.hasThreshold() && snapshot.isExact(query.filter());
        return everyVectorMatches && query.limit() <= SMALL_POOL / 2 ? SMALL_POOL : POOL;
    }

    private List<IndexCandidate> withRest(
            List<IndexCandidate> ranking,
            List<IndexCandidate> pool,
            EmbeddingVector vector,
            double bound,
            EventQuery query,
            IndexSnapshot snapshot) {
        List<IndexCandidate> rest = beyond(pool, snapshot.allWithin(vector, bound, query.filter()));
        return joined(ranking, check.matching(rest, query.filter(), snapshot));
    }

    private static List<IndexCandidate> joined(List<IndexCandidate> ranking, List<IndexCandidate> wider) {
        List<IndexCandidate> joined = new ArrayList<>(ranking);
        joined.addAll(beyond(ranking, wider));
        return joined;
    }

    /** What only the wider of two rankings holds. */
    private static List<IndexCandidate> beyond(List<IndexCandidate> ranking, List<IndexCandidate> wider) {
        Set<EventId> known = ranking.stream().map(IndexCandidate::id).collect(Collectors.toSet());
        return wider.stream()
                .filter(candidate -> !known.contains(candidate.id()))
                .toList();
    }

    private static Ranked ranked(IndexCandidate candidate, int rank) {
        double distance = candidate.score();
        return new Ranked(candidate.id(), distance, new HitExplanation(rank, distance, null, null, null));
    }
}
