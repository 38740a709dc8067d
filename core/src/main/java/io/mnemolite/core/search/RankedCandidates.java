package io.mnemolite.core.search;

import io.mnemolite.core.event.EventId;
import java.util.List;
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
}
