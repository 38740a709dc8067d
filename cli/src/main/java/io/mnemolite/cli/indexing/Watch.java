package io.mnemolite.cli.indexing;

import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.terminal.Progress;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.discovery.Findings;
import io.mnemolite.discovery.FoundFile;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a repository current: looks at the directory again and again and sends what changed. A server that goes away is
 * waited for; when it is back it is asked anew what it knows.
 */
final class Watch {

    /** Looks take at most a fifth of the time. */
    private static final int REST = 4;

    private static final Progress SILENT = new Progress() {
        @Override
        public void at(long done, double share, String more) {}

        @Override
        public void close() {}
    };

    private final ServerConnection server;
    private final SourceTree tree;
    private final Surroundings around;
    private final Consumer<IndexTally> done;
    private @Nullable KnownFiles known;
    private TreeState state;
    private String lastFailure = "";

    /**
     * @param known what the server knows after the first round
     * @param state the directory as the first round found it
     * @param done told what a round did, when it did something
     */
    Watch(
            ServerConnection server,
            SourceTree tree,
            Surroundings around,
            KnownFiles known,
            TreeState state,
            Consumer<IndexTally> done) {
        this.server = server;
        this.tree = tree;
        this.around = around;
        this.known = known;
        this.state = state;
        this.done = done;
    }

    /** Returns when the thread is interrupted. */
    void run() {
        Duration look = Duration.ZERO;
        while (rest(look)) {
            Instant begin = around.clock().instant();
            try {
                Findings findings = tree.discover();
                look = Duration.between(begin, around.clock().instant());
                round(findings, begin);
            } catch (CommandFailure failure) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                if (!Files.isDirectory(tree.directory())) {
                    throw failure;
                }
                // What the server took of the round is not known.
                known = null;
                say(failure.sentences());
            }
        }
    }

    private void round(Findings findings, Instant begin) {
        boolean isWhole = known == null;
        KnownFiles files = known == null ? KnownFiles.of(server, tree.repository()) : known;
        List<FoundFile> candidates = isWhole ? findings.files() : state.changes(findings);
        if (!isWhole && candidates.isEmpty() && !isAnyGone(findings, files)) {
            return;
        }
        IndexTally tally = new IndexRound(server, tree.repository(), files, SILENT, around.clock())
                .run(findings, candidates, tree.commit(), isWhole);
        known = files;
        state = TreeState.of(findings, begin);
        if (!lastFailure.isEmpty()) {
            lastFailure = "";
            around.err().println("The server answers again.");
        }
        if (tally.hasChanges()) {
            done.accept(tally);
        }
    }

    private static boolean isAnyGone(Findings findings, KnownFiles known) {
        Set<String> found = new HashSet<>();
        findings.files().forEach(file -> found.add(file.path()));
        return !found.containsAll(known.paths());
    }

    private void say(String failure) {
        if (!failure.equals(lastFailure)) {
            around.err().println(failure);
            around.err().println("Trying again until it works; Ctrl-C ends.");
            lastFailure = failure;
        }
    }

    /** False when the thread was interrupted. */
    private boolean rest(Duration look) {
        Duration shortest = around.pollInterval().multipliedBy(REST);
        Duration rest = look.multipliedBy(REST);
        try {
            Thread.sleep(rest.compareTo(shortest) > 0 ? rest : shortest);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
