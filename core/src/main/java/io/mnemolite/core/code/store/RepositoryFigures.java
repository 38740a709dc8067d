package io.mnemolite.core.code.store;

import java.time.Instant;
import java.util.List;

/**
 * A repository in numbers.
 *
 * @param wantedVectors chunks for which a vector is wanted
 * @param awaitedVectors those of them that have none of the model asked about
 * @param problems files that could not be indexed, or not as usual, by path; the first {@link #SHOWN_PROBLEMS}
 * @param problemCount how many there are
 */
public record RepositoryFigures(
        String repository,
        long files,
        long chunks,
        long wantedVectors,
        long awaitedVectors,
        List<FileProblem> problems,
        long problemCount,
        Instant lastIndexed) {

    /** How many problems are listed at most. */
    public static final int SHOWN_PROBLEMS = 100;

    public RepositoryFigures {
        problems = List.copyOf(problems);
    }
}
