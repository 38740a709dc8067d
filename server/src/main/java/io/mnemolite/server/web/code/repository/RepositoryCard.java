package io.mnemolite.server.web.code.repository;

import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.server.web.text.ShownText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * A repository as it is listed.
 *
 * @param made vectors that are there, of those wanted
 * @param percent the share of them, as a width
 * @param problems the first files that could not be indexed as usual
 * @param command what indexes it again
 */
public record RepositoryCard(
        String name,
        ShownText shownName,
        long files,
        long chunks,
        long wanted,
        long made,
        String percent,
        List<Problem> problems,
        long problemCount,
        Instant lastIndexed,
        String command) {

    /** A file and what was wrong with it. */
    public record Problem(ShownText path, ShownText sentence) {}

    static RepositoryCard of(RepositoryFigures figures) {
        long made = figures.wantedVectors() - figures.awaitedVectors();
        long percent = figures.wantedVectors() == 0 ? 100 : 100 * made / figures.wantedVectors();
        return new RepositoryCard(
                figures.repository(),
                ShownText.beginning(figures.repository(), 200),
                figures.files(),
                figures.chunks(),
                figures.wantedVectors(),
                made,
                percent + "%",
                figures.problems().stream().map(RepositoryCard::problem).toList(),
                figures.problemCount(),
                figures.lastIndexed(),
                "./mnemolite index DIR --repository '" + figures.repository().replace("'", "'\\''") + "'");
    }

    private static Problem problem(FileProblem problem) {
        return new Problem(
                ShownText.beginning(problem.shownPath(), 300), ShownText.beginning(problem.sentence(), 1_000));
    }

    /** Whether all vectors are there that will be. */
    public boolean isComplete() {
        return made >= wanted;
    }

    public long awaited() {
        return wanted - made;
    }

    /** Those that are not listed. */
    public long moreProblems() {
        return problemCount - problems.size();
    }

    /** The name in an address. */
    public String encodedName() {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
