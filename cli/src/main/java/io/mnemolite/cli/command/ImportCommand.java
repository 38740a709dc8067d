package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Progress;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.cli.transfer.LineBatches;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stores the events of a JSON Lines file, or of a v1 database. */
@Command(
        name = "import",
        description = {
            "Store the events of a JSON Lines file, as written by export.",
            "Events that are stored already are skipped, so an import that broke off is simply run again."
        },
        footer = {
            "",
            "Exit code: 1 when a line could not be imported.",
            "",
            "Examples:",
            "  mnemolite import backup.jsonl",
            "  zcat backup.jsonl.gz | mnemolite import -",
            "  mnemolite import --from-v1 postgresql://user:password@host/mnemolite"
        })
public final class ImportCommand extends ServerCommand {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file; - reads standard input.")
    private @Nullable String file;

    @Option(
            names = "--from-v1",
            paramLabel = "URL",
            description = "Let the server copy events, nodes, edges and vectors from the database of a v1 server.")
    private @Nullable String v1;

    public ImportCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        if ((file == null) == (v1 == null)) {
            throw CommandFailure.usage("Give either a file (- for standard input) or --from-v1 URL.");
        }
        if (v1 != null) {
            return new V1Import(around, options.json()).run(server, v1);
        }
        String source = String.valueOf(file);
        ImportTally tally = new ImportTally(around, options.json());
        try (InputStream lines = source.equals("-") ? around.in() : Files.newInputStream(Path.of(source))) {
            send(server, lines, source.equals("-") ? 0 : Files.size(Path.of(source)), tally);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, source + " cannot be read (" + e + ").", e);
        }
        return report(tally);
    }

    private void send(ServerConnection server, InputStream lines, long size, ImportTally tally) throws IOException {
        LineBatches batches = new LineBatches(lines);
        long bytes = 0;
        long done = 0;
        try (Progress progress = Progress.of(around, "Importing", "line")) {
            for (LineBatches.Batch batch = batches.next(); batch != null; batch = batches.next()) {
                try {
                    tally.send(server, batch);
                } catch (CommandFailure failure) {
                    throw new CommandFailure(failure.exitCode(), failure.sentences() + stored(done), failure);
                }
                done += batch.lines();
                bytes += batch.bytes().length;
                progress.at(done, size > 0 ? (double) bytes / size : Progress.UNKNOWN);
            }
        }
    }

    private static String stored(long done) {
        return done == 0
                ? ""
                : "\nThe first " + Quantity.counted(done, "line") + " were taken; run the same import again to go on,"
                        + " what is stored will be skipped.";
    }

    private ExitCode report(ImportTally tally) {
        if (options.json()) {
            ObjectNode summary = Json.object()
                    .put("imported", tally.imported())
                    .put("skipped", tally.skipped())
                    .put("failed", tally.failed());
            printJson(summary);
        } else {
            around.out()
                    .line("Imported " + Quantity.counted(tally.imported(), "event") + ", skipped "
                            + Quantity.count(tally.skipped()) + " stored already, " + Quantity.count(tally.failed())
                            + " failed.");
        }
        return tally.hasProblems() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
