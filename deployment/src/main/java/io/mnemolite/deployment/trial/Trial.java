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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A release on a copy of the live data: its migrations, its start, a smoke test, and how fast it reads beside the release
 * that serves. The live database is read for the copy, and nothing else of what serves is touched.
 *
 * @param listener hears of each check that passed
 */
public record Trial(DeploymentRoot root, DeploymentSettings settings, Backups backups, Consumer<Finding> listener) {

    /** A line for each check. */
    public static List<String> steps(String version, Optional<Serving> serving) {
        List<String> lines = new ArrayList<>();
        lines.add("archive: compare it with its checksum and unpack it (" + version + ")");
        lines.add("backup: copy the live database into a scratch database");
        lines.add("migration: let the release bring the copy's schema up to date");
        lines.add("start: start the release on the copy, and wait until it has indexed all data");
        lines.add("smoke test: store, read, change, find, list and delete an event");
        serving.ifPresent(before -> {
            lines.add("neighbours: start release " + before.release()
                    + " on the migrated copy, with the same smoke test");
            lines.add("baseline: compare the reads of both by turns");
        });
        return lines;
    }

    /**
     * Runs all checks; the first that fails is the last.
     *
     * @param serving the release to compare with
     * @return the outcome in a sentence
     * @throws DeploymentFailure with what failed
     */
    public String run(ReleaseArchive archive, Optional<Serving> serving) {
        Releases releases = new Releases(root.releases());
        pass("archive", releases.unpack(archive));
        Path copy = root.trial().resolve("backup.zip");
        backups.copy(copy);
        try (ScratchStore store = ScratchStore.of(copy, root.scratch().resolve("trial"), root.runtime())) {
            pass("backup", "taken and restored into a scratch database");
            Path launcher = releases.launcher(archive.version());
            pass("migration", ReleaseMigration.run(launcher, store.url()));
            try (TrialServer server = start(archive.version(), launcher, "new", store)) {
                pass("start", "healthy, and all data indexed");
                new SmokeTest(server.client()).run();
                pass("smoke test", "an event was stored, read, changed, found, listed and deleted");
                return "Release " + archive.version() + " works on a copy of the live data"
                        + serving.map(before -> compare(server, before, releases, store))
                                .orElse(".");
            }
        }
    }

    private String compare(TrialServer server, Serving serving, Releases releases, ScratchStore store) {
        Path launcher = releases.launcher(serving.release());
        try (TrialServer old = start(serving.release(), launcher, "old", store)) {
            new SmokeTest(old.client()).run();
            pass(
                    "neighbours",
                    "release " + serving.release()
                            + " stored, read, changed, found, listed and deleted an event on the migrated schema");
            Reads reads = Reads.ofNewest(old.client());
            ReadTimes.pair(old.client(), server.client(), reads, settings.warmUp());
            List<Measured> pair = ReadTimes.pair(old.client(), server.client(), reads, settings.observation());
            Measured before = pair.getFirst();
            Measured now = pair.getLast();
            listener.accept(new Finding(
                    "baseline",
                    now + "; release " + serving.release() + ": " + before + "; read were " + reads,
                    Map.of("p99_ms", now.p99Millis(), "before_p99_ms", before.p99Millis())));
            Limits limits = new Limits(settings.errorRate(), settings.latencyFactor(), settings.latencyFloorMillis());
            limits.objection(before, now).ifPresent(objection -> {
                throw DeploymentFailure.failed(objection);
            });
            return String.format(
                    Locale.ROOT,
                    ", and release %s on what it migrated; p99 %.1f ms, before %.1f ms.",
                    serving.release(),
                    now.p99Millis(),
                    before.p99Millis());
        }
    }

    private void pass(String check, String result) {
        listener.accept(Finding.of(check, result));
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
