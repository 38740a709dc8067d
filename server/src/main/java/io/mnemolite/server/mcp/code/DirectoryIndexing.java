package io.mnemolite.server.mcp.code;

import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.GraphFigures;
import io.mnemolite.core.code.indexing.CodeGraphUpdate;
import io.mnemolite.core.code.indexing.CodeIndexing;
import io.mnemolite.core.code.indexing.IndexOutcome;
import io.mnemolite.core.code.indexing.IndexRequest;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.discovery.Discovery;
import io.mnemolite.discovery.Findings;
import io.mnemolite.discovery.FoundFile;
import io.mnemolite.discovery.HeadCommit;
import io.mnemolite.discovery.SourceText;
import io.mnemolite.server.mcp.text.DataText;
import io.mnemolite.server.mcp.tool.ToolCall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings a repository to what a directory holds: reads its files in batches, drops those that are gone, builds the graph once. */
public final class DirectoryIndexing {

    private static final int FILES_AT_ONCE = 200;
    private static final long CHARACTERS_AT_ONCE = 4_000_000;
    private static final int PAGE = 10_000;
    private static final int PROBLEM_LENGTH = 300;

    private static final String PLAIN_TEXT = "text";

    /** Problems have no code, but the sentence of this one says what to do. */
    private static final String UNKNOWN_LANGUAGE = "with \"text\" for plain text.";

    private final CodeIndexing indexing;
    private final CodeGraphUpdate update;
    private final CodeStore store;
    private final CodeGraph graph;

    public DirectoryIndexing(CodeIndexing indexing, CodeGraphUpdate update, CodeStore store, CodeGraph graph) {
        this.indexing = indexing;
        this.update = update;
        this.store = store;
        this.graph = graph;
    }

    /** What came of it, see {@link IndexCodeTool.Outcome}. */
    record Sum(
            int files,
            int unchanged,
            int removed,
            int skipped,
            long symbols,
            long edges,
            int failed,
            List<String> problems) {}

    /**
     * @throws MnemoliteException when the directory cannot be read, or the client cancelled; what was indexed so far stays,
     *     and the same call completes it
     */
    Sum index(Path directory, String repository, ToolCall call) {
        Findings findings;
        String commit;
        try {
            findings = Discovery.of(directory);
            commit = HeadCommit.of(directory).orElse(null);
        } catch (IOException e) {
            throw new MnemoliteException(
                    ErrorCode.INVALID_VALUE, "The directory '" + directory + "' cannot be read (" + e + ").", e);
        }
        Run run = new Run(repository, commit, findings, call);
        run.files();
        run.removeGone();
        update.update(repository, List.of());
        return run.sum(graph.figures(repository, null));
    }

    /** One call's work. */
    private final class Run {

        private final String repository;
        private final @Nullable String commit;
        private final Findings findings;
        private final ToolCall call;
        private final Set<String> present = new HashSet<>();
        private final List<String> problems = new ArrayList<>();
        private int done;
        private int indexed;
        private int unchanged;
        private int removed;
        private int skipped;
        private int failed;

        Run(String repository, @Nullable String commit, Findings findings, ToolCall call) {
            this.repository = repository;
            this.commit = commit;
            this.findings = findings;
            this.call = call;
            this.skipped = findings.skipped().size();
        }

        void files() {
            List<SourceFile> batch = new ArrayList<>();
            long characters = 0;
            for (FoundFile file : findings.files()) {
                if (!(SourceText.read(file.file()) instanceof SourceText.Text text)) {
                    skipped++;
                    continue;
                }
                if (!batch.isEmpty()
                        && (batch.size() == FILES_AT_ONCE
                                || characters + text.content().length() > CHARACTERS_AT_ONCE)) {
                    send(batch);
                    batch = new ArrayList<>();
                    characters = 0;
                }
                if (!text.isUtf8()) {
                    problems.add(DataText.line(file.path() + ": " + SourceText.NOT_UTF8, PROBLEM_LENGTH));
                }
                present.add(file.path());
                batch.add(new SourceFile(file.path(), text.content(), null));
                characters += text.content().length();
            }
            send(batch);
        }

        private void send(List<SourceFile> batch) {
            if (batch.isEmpty()) {
                return;
            }
            if (call.cancelled().getAsBoolean()) {
                throw new MnemoliteException(
                        ErrorCode.INVALID_VALUE,
                        "The client cancelled after " + done + " files; calling again goes on from there.");
            }
            Set<String> ofUnknownLanguage = add(batch, true);
            if (!ofUnknownLanguage.isEmpty()) {
                // They were found to be text, so they can be searched at least.
                add(
                        batch.stream()
                                .filter(file -> ofUnknownLanguage.contains(file.path()))
                                .map(file -> new SourceFile(file.path(), file.content(), PLAIN_TEXT))
                                .toList(),
                        false);
            }
            done += batch.size();
            call.progress()
                    .at(
                            done,
                            findings.files().size(),
                            done + " of " + findings.files().size() + " files");
        }

        /** The paths of files whose language nothing tells, if those may come again. */
        private Set<String> add(List<SourceFile> files, boolean mayComeAgain) {
            IndexOutcome outcome =
                    indexing.index(new IndexRequest(repository, files, List.of(), commit, true, true, false));
            Set<String> again = new HashSet<>();
            for (FileProblem problem : outcome.problems()) {
                if (mayComeAgain && problem.sentence().endsWith(UNKNOWN_LANGUAGE)) {
                    again.add(problem.path());
                } else {
                    problems.add(DataText.line(problem.sentence(), PROBLEM_LENGTH));
                }
            }
            indexed += outcome.indexedFiles();
            unchanged += outcome.unchangedFiles();
            failed += outcome.failedFiles() - again.size();
            return again;
        }

        void removeGone() {
            List<String> gone = new ArrayList<>();
            CodeFileId after = null;
            List<FileState> page;
            do {
                page = store.list(repository, after, PAGE);
                for (FileState state : page) {
                    if (!present.contains(state.path())) {
                        gone.add(state.path());
                    }
                }
                after = page.isEmpty()
                        ? null
                        : CodeFileId.of(repository, page.getLast().path());
            } while (page.size() == PAGE);
            if (!gone.isEmpty()) {
                removed = indexing.index(new IndexRequest(repository, List.of(), gone, commit, true, true, false))
                        .deletedFiles();
            }
        }

        Sum sum(GraphFigures figures) {
            return new Sum(
                    indexed,
                    unchanged,
                    removed,
                    skipped,
                    figures.nodes(),
                    figures.edges(),
                    failed,
                    List.copyOf(problems));
        }
    }
}
