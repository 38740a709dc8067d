package io.mnemolite.core.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a whole answer came about.
 *
 * @param mode what ran: {@code filter}, {@code vector}, {@code lexical} or {@code hybrid}
 * @param vectorCandidates how many the vector channel offered, null when it did not run
 * @param lexicalCandidates how many the lexical channel offered, null when it did not run
 * @param fallback whether nothing lay within the threshold, so that it was dropped
 * @param awaitingVector how many events wait for their vector and so cannot be in the vector channel yet
 * @param emptyBecause sentences that say why nothing was found; empty when something was
 */
public record SearchExplanation(
        String mode,
        @Nullable Integer vectorCandidates,
        @Nullable Integer lexicalCandidates,
        boolean fallback,
        long awaitingVector,
        List<String> emptyBecause) {

    public SearchExplanation {
        emptyBecause = List.copyOf(emptyBecause);
    }
}
