package io.mnemolite.benchmarks.code;

import java.util.ArrayList;
import java.util.List;

/** At which rank the right answer stood, question by question; 0 where it was not among those returned. */
final class Found {

    private final List<Integer> ranks = new ArrayList<>();

    void add(int rank) {
        ranks.add(rank);
    }

    /** The share of questions whose answer was among the first {@code count}. */
    double accuracyAt(int count) {
        return (double) ranks.stream().filter(rank -> rank > 0 && rank <= count).count() / ranks.size();
    }

    /** The mean of 1 / rank. */
    double meanReciprocalRank() {
        return ranks.stream()
                .mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank)
                .average()
                .orElse(0);
    }
}
