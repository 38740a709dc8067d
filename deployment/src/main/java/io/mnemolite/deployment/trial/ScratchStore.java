package io.mnemolite.deployment.trial;

import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.backup.BackupFile;
import io.mnemolite.postgres.backup.BackupProgress;
import io.mnemolite.postgres.backup.Restore;
import io.mnemolite.postgres.backup.ScratchDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A copy of the data in a PostgreSQL of its own, for as long as a trial lasts. */
final class ScratchStore implements AutoCloseable {

    private final ScratchDatabase database;

    private ScratchStore(ScratchDatabase database) {
        this.database = database;
    }

    /**
     * @param directory for its data; one each
     * @param runtime where the programs of PostgreSQL are unpacked
     */
    static ScratchStore of(Path backup, Path directory, Path runtime) {
        try {
            ScratchDatabase database = ScratchDatabase.start(directory, runtime);
            boolean isWhole = false;
            try (BackupFile file = BackupFile.open(backup)) {
                new Restore(database.address(), false, false).run(file, BackupProgress.NONE);
                isWhole = true;
                return new ScratchStore(database);
            } finally {
                if (!isWhole) {
                    database.close();
                }
            }
        } catch (MnemoliteException e) {
            throw DeploymentFailure.failed(e.sentence(), e);
        }
    }

    /** As {@code DATABASE_URL} has it. */
    String url() {
        DatabaseAddress address = database.address();
        URI place = URI.create(address.jdbcUrl().substring("jdbc:".length()));
        return "postgresql://" + address.user() + ":" + URLEncoder.encode(address.password(), StandardCharsets.UTF_8)
                + "@" + place.getHost() + ":" + place.getPort() + place.getPath();
    }

    /** What a server on it is told, beside its own. */
    Map<String, String> settings(Map<String, String> own) {
        Map<String, String> settings = new TreeMap<>(own);
        settings.put("database.url", url());
        return settings;
    }

    @Override
    public void close() {
        database.close();
    }
}
