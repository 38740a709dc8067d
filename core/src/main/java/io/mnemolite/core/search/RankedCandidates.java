package io.mnemolite.core.search;

import io.mnemolite.core.event.EventId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a channel found for one page: the page's candidates in order, and how many there are in all. */
record RankedCandidates(
        String mode,
        List<Ranked> page,
        long total,
        TotalRelation relation,
        boolean fallback,
        @Nullable Integer vectorCandidates,
        @Nullable Integer lexicalCandidates) {

    /** A candidate in its place. */
    record Ranked(EventId id, @Nullable Double distance, HitExplanation explanation) {}

    /** How a channel shows a candidate of its ranking, whose places are counted from 1. */
    interface Place {
        Ranked of(IndexCandidate candidate, int rank);
    }

    /** The query's page of a ranking. */
    static List<Ranked> page(List<IndexCandidate> ranking, EventQuery query, Place place) {
        int from = Math.min(query.offset(), ranking.size());
        int to = (int) Math.min(query.end(), ranking.size());
        return IntStream.range(from, to)
                .mapToObj(i -> place.of(ranking.get(i), i + 1))
                .toList();
    }
}
