package io.mnemolite.cli.indexing;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.Polling;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Progress;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.discovery.Findings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the server know the source files of a directory, and keeps it knowing them. */
@Command(
        name = "index",
        description = {
            "Index the source files of a directory, so that they can be searched and their call graph walked.",
            "Only files that are new or changed are sent, and files that are gone are forgotten. What git ignores, what is"
                    + " no text and what may hold secrets never leaves this machine."
        },
        footer = {
            "",
            "Exit code: 1 when a file could not be indexed.",
            "",
            "Examples:",
            "  mnemolite index",
            "  mnemolite index ~/work/atlas --repository atlas --wait",
            "  mnemolite index --watch"
        })
public final class IndexCommand extends ServerCommand {

    /** With fewer files, a repository may well have changed all of them. */
    private static final int TELLING_COUNT = 10;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    @Parameters(
            arity = "0..1",
            paramLabel = "DIRECTORY",
            defaultValue = ".",
            description = "Where the source is. Default: the working directory.")
    private Path directory = Path.of(".");

    @Option(
            names = "--repository",
            paramLabel = "NAME",
            description = "What to call it. Default: the directory's name.")
    private @Nullable String repository;

    @Option(names = "--watch", description = "Stay, and send what changes, until Ctrl-C.")
    private boolean watch;

    @Option(names = "--wait", description = "Wait until every chunk has its vector.")
    private boolean wait;

    @Option(names = "--verbose", description = "Name every skipped file and every problem.")
    private boolean verbose;

    public IndexCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        SourceTree tree = SourceTree.of(directory, repository);
        Instant begin = around.clock().instant();
        Findings findings = tree.discover();
        KnownFiles known = KnownFiles.of(server, tree.repository());
        requireKinship(
                tree,
                known,
                findings.files().stream().anyMatch(file -> known.paths().contains(file.path())));
        IndexTally tally;
        try (Progress progress = Progress.of(around, "Indexing", "file")) {
            tally = new IndexRound(server, tree.repository(), known, progress, around.clock())
                    .run(findings, findings.files(), tree.commit(), true);
        } catch (CommandFailure failure) {
            throw new CommandFailure(
                    failure.exitCode(),
                    failure.sentences() + "\nWhat was taken stays; run the same command again to go on.",
                    failure);
        }
        report(tree, tally);
        if (wait) {
            awaitVectors(server, tree.repository());
        }
        if (watch) {
            around.out().flush();
            around.err().println("Watching " + tree.directory() + "; Ctrl-C ends.");
            new Watch(server, tree, around, known, TreeState.of(findings, begin), round -> reportRound(tree, round))
                    .run();
            return ExitCode.DONE;
        }
        return tally.failed() > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** Two directories of one name must not take turns in deleting each other's files. */
    private static void requireKinship(SourceTree tree, KnownFiles known, boolean haveFilesInCommon) {
        int count = known.paths().size();
        if (count >= TELLING_COUNT && !haveFilesInCommon) {
            throw CommandFailure.usage("The server knows a repository '" + tree.repository() + "' of "
                    + Quantity.counted(count, "file") + ", none of which is in " + tree.directory()
                    + ". Choose another name with --repository, or forget the old one first: mnemolite code delete "
                    + tree.repository());
        }
    }

    private void report(SourceTree tree, IndexTally tally) {
        IndexText text = new IndexText(around.style(), verbose);
        if (json()) {
            printJson(tally.json(tree.repository(), tree.commit()));
            return;
        }
        text.summary(tree.repository(), tally).forEach(around.out()::line);
        text.errors(tally.errors()).forEach(around.err()::println);
    }

    private void reportRound(SourceTree tree, IndexTally tally) {
        if (json()) {
            printJson(tally.json(tree.repository(), tree.commit()));
        } else {
            IndexText text = new IndexText(around.style(), verbose);
            String now = TIME.format(around.clock().instant().atZone(ZoneId.systemDefault()));
            around.out().line(around.style().faint(now) + " " + text.line(tally));
            text.errors(tally.errors()).forEach(around.err()::println);
        }
        around.out().flush();
    }

    private void awaitVectors(ServerConnection server, String name) {
        try (Progress progress = Progress.of(around, "Embedding", "vector")) {
            JsonNode end = Polling.until(
                    server,
                    Routes.CODE_STATUS,
                    status -> figures(status, name).path("vectors_awaited").asLong() == 0,
                    status -> {
                        long wanted =
                                figures(status, name).path("vectors_wanted").asLong();
                        long awaited =
                                figures(status, name).path("vectors_awaited").asLong();
                        return new Polling.Done(wanted - awaited, wanted);
                    },
                    progress,
                    around);
            if (!json()) {
                long wanted = figures(end, name).path("vectors_wanted").asLong();
                around.out().line("Every vector is made, " + Quantity.count(wanted) + " in all.");
            }
        }
    }

    private static JsonNode figures(JsonNode status, String name) {
        for (JsonNode figures : status.path("repositories")) {
            if (figures.path("repository").asText().equals(name)) {
                return figures;
            }
        }
        return status.path("absent");
    }
}
