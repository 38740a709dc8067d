package io.mnemolite.deployment.backup;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.backup.Backup;
import io.mnemolite.postgres.backup.BackupCheck;
import io.mnemolite.postgres.backup.BackupDirectory;
import io.mnemolite.postgres.backup.BackupManifest;
import io.mnemolite.postgres.backup.BackupProgress;
import io.mnemolite.postgres.backup.BackupVerification;
import io.mnemolite.postgres.backup.ScratchDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Backups of the deployment's PostgreSQL, each proven by restoring it into a PostgreSQL of its own. */
public final class StoreBackups implements Backups {

    private final DeploymentRoot root;
    private final DeploymentSettings settings;

    public StoreBackups(DeploymentRoot root, DeploymentSettings settings) {
        this.root = root;
        this.settings = settings;
    }

    @Override
    public String take(String version) {
        BackupDirectory backups = new BackupDirectory(root.backups());
        try {
            DatabaseAddress database = DatabaseAddress.parse(settings.databaseUrl());
            Path file = backups.fileFor(Instant.now());
            BackupManifest manifest = new Backup(database, version).write(file, BackupProgress.NONE);
            prove(file);
            List<Path> deleted =
                    backups.prune(settings.backupsKept(), Duration.ofDays(settings.backupDays()), Instant.now());
            return file.getFileName() + " holds " + manifest.rows() + " rows and was restored; " + deleted.size()
                    + " old backups deleted";
        } catch (MnemoliteException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return "there is nothing to back up yet";
            }
            throw DeploymentFailure.failed(e.sentence(), e);
        }
    }

    @Override
    public void copy(Path file) {
        try {
            new Backup(DatabaseAddress.parse(settings.databaseUrl()), "trial").write(file, BackupProgress.NONE);
        } catch (MnemoliteException e) {
            throw DeploymentFailure.failed(e.sentence(), e);
        }
    }

    private void prove(Path file) {
        List<BackupCheck> failed = new ArrayList<>();
        Optional<String> proven;
        try (ScratchDatabase scratch = ScratchDatabase.start(root.scratch(), root.runtime())) {
            proven = new BackupVerification(scratch.address(), check -> {
                        if (!check.passed()) {
                            failed.add(check);
                        }
                    })
                    .run(file, BackupProgress.NONE);
        }
        settle(file, proven, failed);
    }

    /** Only what is proven stays, with a note that it is: a bad backup must not count among those that are kept. */
    static void settle(Path file, Optional<String> proven, List<BackupCheck> failed) {
        try {
            if (proven.isPresent()) {
                BackupDirectory.markVerified(file, proven.get());
                return;
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw DeploymentFailure.failed(
                    "The directory of the backup " + file + " cannot be written to: " + e + ".", e);
        }
        throw DeploymentFailure.failed("The backup " + file + " is not whole and was deleted: "
                + failed.stream().map(BackupCheck::detail).collect(Collectors.joining("; ")));
    }
}
