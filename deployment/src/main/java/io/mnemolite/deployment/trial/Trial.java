package io.mnemolite.deployment.trial;

import io.mnemolite.deployment.backup.Backups;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.observation.Limits;
import io.mnemolite.deployment.observation.Measured;
import io.mnemolite.deployment.observation.ReadTimes;
import io.mnemolite.deployment.observation.Reads;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.release.ReleaseMigration;
import io.mnemolite.deployment.release.Releases;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A release on a copy of the live data: its migrations, its start, a smoke test, and how fast it reads beside the release
 * that serves. The live database is read for the copy, and nothing else of what serves is touched.
 *
 * @param listener hears a sentence after each check
 */
public record Trial(DeploymentRoot root, DeploymentSettings settings, Backups backups, Consumer<String> listener) {

    /**
     * Runs all checks; the first that fails is the last.
     *
     * @param serving the release to compare with
     * @throws DeploymentFailure with what failed
     */
    public void run(ReleaseArchive archive, Optional<Serving> serving) {
        Releases releases = new Releases(root.releases());
        listener.accept("archive: " + releases.unpack(archive));
        Path copy = root.trial().resolve("backup.zip");
        backups.copy(copy);
        try (ScratchStore store = ScratchStore.of(copy, root.scratch().resolve("trial"), root.runtime())) {
            listener.accept("backup: taken and restored into a scratch database");
            Path launcher = releases.launcher(archive.version());
            listener.accept("migration: " + ReleaseMigration.run(launcher, store.url()));
            try (TrialServer server = start(archive.version(), launcher, "new", store)) {
                listener.accept("start: healthy, and all data indexed");
                new SmokeTest(server.client()).run();
                listener.accept("smoke test: an event was stored, read, found, listed and deleted");
                if (serving.isPresent()) {
                    compare(server, serving.get(), releases, store);
                }
            }
        }
    }

    private void compare(TrialServer server, Serving serving, Releases releases, ScratchStore store) {
        Path launcher = releases.launcher(serving.release());
        try (TrialServer old = start(serving.release(), launcher, "old", store)) {
            listener.accept("neighbours: release " + serving.release() + " works on the migrated schema");
            Reads reads = Reads.ofNewest(old.client());
            ReadTimes.pair(old.client(), server.client(), reads, settings.warmUp());
            List<Measured> pair = ReadTimes.pair(old.client(), server.client(), reads, settings.observation());
            Measured before = pair.getFirst();
            Measured now = pair.getLast();
            listener.accept("baseline: " + now + "; release " + serving.release() + ": " + before);
            Limits limits = new Limits(settings.errorRate(), settings.latencyFactor(), settings.latencyFloorMillis());
            limits.objection(before, now).ifPresent(objection -> {
                throw DeploymentFailure.failed(objection);
            });
        }
    }

    private TrialServer start(String release, Path launcher, String name, ScratchStore store) {
        return TrialServer.start(
                release,
                launcher,
                root.trial().resolve(name),
                root.serverSettings(),
                store.settings(Map.of()),
                root.apiKey().orElse(null),
                settings.start());
    }
}
