package io.mnemolite.core.search;

import io.mnemolite.core.search.RankedCandidates.Ranked;
import java.util.List;

/** Words, ranked by BM25, page by page. */
final class LexicalChannel {

    /** Up to how many matches are counted exactly. */
    static final int COUNTED = 1_000;

    private final MetadataCheck check;

    LexicalChannel(MetadataCheck check) {
        this.check = check;
    }

    RankedCandidates rank(String words, EventQuery query, IndexSnapshot snapshot) {
        long end = query.end();
        int events = Math.max(1, snapshot.countEvents());
        boolean isSuperset = !snapshot.isExact(query.filter());
        int count = (int) Math.min(events, isSuperset ? Math.max(COUNTED, end) : end);
        List<IndexCandidate> offered = snapshot.lexical(words, count, query.filter());
        List<IndexCandidate> ranking = check.matching(offered, query.filter(), snapshot);
        while (ranking.size() < end && offered.size() == count && count < events) {
            count = (int) Math.min(events, count * 4L);
            offered = snapshot.lexical(words, count, query.filter());
            ranking = check.matching(offered, query.filter(), snapshot);
        }
        boolean isComplete = offered.size() < count || count == events;
        long total = ranking.size();
        TotalRelation relation = TotalRelation.EQUAL;
        if (!isComplete) {
            total = isSuperset ? COUNTED + 1 : snapshot.countLexical(words, COUNTED + 1, query.filter());
            if (total > COUNTED) {
                total = Math.max(total, end + 1);
                relation = TotalRelation.AT_LEAST;
            }
        }
        List<Ranked> page = RankedCandidates.page(ranking, query, LexicalChannel::ranked);
        return new RankedCandidates("lexical", page, total, relation, false, null, offered.size());
    }

    private static Ranked ranked(IndexCandidate candidate, int rank) {
        return new Ranked(candidate.id(), null, new HitExplanation(null, null, rank, candidate.score(), null));
    }
}
