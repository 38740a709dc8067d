package io.mnemolite.cli.deployment;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.DeploymentRoot;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a release against the one that serves. */
@Command(
        name = "benchmark",
        description = {
            "Measure the release of an archive against the one that serves, each on a copy of",
            "the live data: reads by turns, ratios of the pairs with their 95 % intervals,",
            "caches, and throughput with pools of other sizes beside the configured one. What",
            "serves is not touched, but shares the machine."
        },
        footer = {"", "Example:", "  mnemolite deploy benchmark --root /srv/mnemolite mnemolite-0.2.0.tar.gz"})
public final class BenchmarkCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final DeploymentOptions options = new DeploymentOptions();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Option(names = "--pairs", paramLabel = "N", defaultValue = "10", description = "Pairs to measure. Default: 10.")
    private int pairs;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long each release is asked within a pair. Default: 5.")
    private int seconds;

    public BenchmarkCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (pairs < 2 || seconds < 1) {
            throw CommandFailure.usage(
                    "--pairs takes 2 or more and --seconds 1 or more, not " + pairs + " and " + seconds + ".");
        }
        DeploymentRun run = new DeploymentRun(around, options, "benchmark");
        DeploymentRoot root = run.existingRoot();
        ReleaseArchive release = archive.release();
        Duration block = Duration.ofSeconds(seconds);
        return options.dryRun()
                ? run.preview(root, preview -> preview.benchmark(release, pairs, block))
                : run.tryOut(root, release, (trials, measured) -> trials.benchmark(measured, pairs, block));
    }
}
