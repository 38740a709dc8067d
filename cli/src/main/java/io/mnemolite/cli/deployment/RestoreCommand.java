package io.mnemolite.cli.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Progress;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.postgres.backup.BackupFile;
import io.mnemolite.postgres.backup.BackupManifest;
import io.mnemolite.postgres.backup.Restore;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup back. */
@Command(
        name = "restore",
        description = {
            "Put a backup into a database, all of it or nothing, and bring it to this version of MnemoLite. No server may"
                    + " run on it.",
            "The search index is derived: the next start builds it anew."
        },
        footer = {
            "",
            "Exit code: 0 restored, 1 failed and nothing has changed, 2 wrong usage, 4 refused: there is a store"
                    + " already, or a server runs.",
            "",
            "Examples:",
            "  mnemolite restore before.zip",
            "  mnemolite restore before.zip --replace",
            "  mnemolite restore before.zip --database-url \"$DATABASE_URL\""
        })
public final class RestoreCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private @Nullable Path file;

    @Option(names = "--replace", description = "Let the backup take the place of what is stored now.")
    private boolean replace;

    @Option(
            names = "--force",
            description =
                    "Go on although servers are connected to the database. They may answer from memory for a moment;"
                            + " start them anew afterwards.")
    private boolean force;

    public RestoreCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Path backup = Objects.requireNonNull(file).toAbsolutePath();
        BackupManifest manifest = Failures.translated(() -> restore(backup));
        if (options.json()) {
            ObjectNode report = Json.object()
                    .put("file", backup.toString())
                    .put("created_at", manifest.createdAt().toString());
            ObjectNode rows = report.putObject("rows");
            manifest.tables().forEach(table -> rows.put(table.name(), table.rows()));
            around.out().line(Json.print(report));
        } else {
            around.out()
                    .line("Restored " + Quantity.counted(manifest.rows(), "row") + " of "
                            + Quantity.counted(manifest.tables().size(), "table") + ", as of " + manifest.createdAt()
                            + ". The next start builds the search index anew.");
        }
        return ExitCode.DONE.number();
    }

    private BackupManifest restore(Path path) {
        // Read first: a file that is no backup needs no PostgreSQL to be refused.
        try (BackupFile backup = BackupFile.open(path);
                StoreAccess store = StoreAccess.toReplace(options, around, "restore");
                Progress progress = Progress.of(around, "Restoring", "row")) {
            new Restore(store.address(), replace, force)
                    .run(backup, (done, total) -> progress.at(done, total == 0 ? 1 : (double) done / total));
            return backup.manifest();
        }
    }
}
