package io.mnemolite.cli.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Progress;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.postgres.backup.Backup;
import io.mnemolite.postgres.backup.BackupDirectory;
import io.mnemolite.postgres.backup.BackupManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the whole store into one file. */
@Command(
        name = "backup",
        description = {
            "Write everything that is stored, events, graph and code, into one file, as it was at one moment. A server may"
                    + " run and write meanwhile.",
            "The file appears when it is whole, and can be restored into any PostgreSQL from 15 on."
        },
        footer = {
            "",
            "Exit code: 0 written (and proven), 1 failed, 2 wrong usage, 4 another job has the home.",
            "",
            "Examples:",
            "  mnemolite backup before.zip",
            "  mnemolite backup --verify --keep 7 --keep-days 30",
            "  mnemolite backup --directory /srv/backups --database-url \"$DATABASE_URL\""
        })
public final class BackupCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file. Default: one in the directory.")
    private @Nullable Path file;

    @Option(
            names = "--directory",
            paramLabel = "DIRECTORY",
            description = "Where backups are kept, named by their moment. Default: backups in the home.")
    private @Nullable Path directory;

    @Option(
            names = "--keep",
            paramLabel = "NUMBER",
            description = "Keep that many of the newest backups of the directory, and delete those that no rule keeps.")
    private @Nullable Integer keep;

    @Option(
            names = "--keep-days",
            paramLabel = "DAYS",
            description = "Keep every backup of the directory up to that age, and delete those that no rule keeps.")
    private @Nullable Integer keepDays;

    @Option(names = "--verify", description = "Prove the backup by restoring it into a scratch database.")
    private boolean verify;

    public BackupCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        boolean prunes = keep != null || keepDays != null;
        if (file != null && (directory != null || prunes)) {
            throw CommandFailure.usage(
                    "FILE goes without --directory, --keep and --keep-days: those are about a directory"
                            + " of backups.");
        }
        if ((keep != null && keep < 1) || (keepDays != null && keepDays < 1)) {
            throw CommandFailure.usage("--keep and --keep-days take a whole number from 1 on.");
        }
        Path folder = directory == null ? options.home(around).resolve("backups") : directory;
        BackupDirectory backups = new BackupDirectory(folder.toAbsolutePath());
        ObjectNode report = Json.object();
        Path target = write(backups, report);
        boolean proven = !verify || prove(target, report);
        if (proven && prunes) {
            prune(backups, report);
        }
        if (options.json()) {
            around.out().line(Json.print(report));
        }
        return (proven ? ExitCode.DONE : ExitCode.FAILED).number();
    }

    private Path write(BackupDirectory backups, ObjectNode report) {
        Path target;
        BackupManifest manifest;
        try (StoreAccess store = StoreAccess.toRead(options, around, "backup");
                Progress progress = Progress.of(around, "Writing", "row")) {
            target = target(backups);
            manifest = Failures.translated(() -> new Backup(store.address(), version())
                    .write(target, (done, total) -> progress.at(done, total == 0 ? 1 : (double) done / total)));
        }
        long bytes = size(target);
        say("Wrote " + target + ": " + Quantity.counted(manifest.rows(), "row") + " of "
                + Quantity.counted(manifest.tables().size(), "table") + ", " + Quantity.bytes(bytes) + ", as of "
                + manifest.createdAt() + ".");
        report.put("file", target.toString())
                .put("bytes", bytes)
                .put("created_at", manifest.createdAt().toString())
                .put("schema", manifest.schemaVersion());
        ObjectNode rows = report.putObject("rows");
        manifest.tables().forEach(table -> rows.put(table.name(), table.rows()));
        return target;
    }

    private Path target(BackupDirectory backups) {
        return file == null
                ? Failures.translated(() -> backups.fileFor(around.clock().instant()))
                : file.toAbsolutePath();
    }

    private boolean prove(Path target, ObjectNode report) {
        Proof proof = new Proof(around, options.home(around), options.json());
        boolean passed = proof.run(target, null);
        proof.describe(report);
        say(passed ? "The backup is proven." : "The backup is not proven: nothing was deleted. Take another one.");
        return passed;
    }

    private void prune(BackupDirectory backups, ObjectNode report) {
        List<Path> deleted = Failures.translated(() -> backups.prune(
                keep == null ? 0 : keep,
                keepDays == null ? Duration.ZERO : Duration.ofDays(keepDays),
                around.clock().instant()));
        for (Path old : deleted) {
            say("Deleted " + old + ".");
            report.withArray("deleted").add(old.toString());
        }
    }

    private void say(String sentence) {
        if (!options.json()) {
            around.out().line(sentence);
        }
    }

    private static long size(Path target) {
        try {
            return Files.size(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() {
        String version = BackupCommand.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
