package io.mnemolite.cli.deployment;

import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.deployment.Trials;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.DeploymentRoot;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries a release on a copy of the live data. */
@Command(
        name = "test",
        description = {
            "Try the release of an archive on a copy of the live data: its checksum, its",
            "migrations, its start, a smoke test, and its reads beside those of the release",
            "that serves. What serves is not touched."
        },
        footer = {"", "Example:", "  mnemolite deploy test --root /srv/mnemolite mnemolite-0.2.0.tar.gz"})
public final class TestCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final DeploymentOptions options = new DeploymentOptions();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    public TestCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        DeploymentRun run = new DeploymentRun(around, options, "test");
        DeploymentRoot root = run.existingRoot();
        ReleaseArchive release = archive.release();
        return options.dryRun()
                ? run.preview(root, preview -> preview.test(release))
                : run.tryOut(root, release, Trials::test);
    }
}
