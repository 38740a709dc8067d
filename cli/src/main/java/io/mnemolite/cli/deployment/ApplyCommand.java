package io.mnemolite.cli.deployment;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.DeploymentRoot;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the release of an archive serve. */
@Command(
        name = "apply",
        description = {
            "Make the release of an archive serve: back the database up, migrate it, start",
            "the release in the idle slot, warm it up, send requests there, watch it, and go",
            "back by itself when it serves worse than the one before it."
        },
        footer = {
            "",
            "The first apply makes the directory, and takes the database from DATABASE_URL or",
            "--database-home.",
            "",
            "Examples:",
            "  mnemolite deploy apply --root /srv/mnemolite mnemolite-0.2.0.tar.gz",
            "  mnemolite deploy apply --root /srv/mnemolite --dry-run mnemolite-0.2.0.tar.gz"
        })
public final class ApplyCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final DeploymentOptions options = new DeploymentOptions();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Option(
            names = "--database-home",
            paramLabel = "DIRECTORY",
            description = "For the first apply: the home of mnemolite database, in place of DATABASE_URL.")
    private @Nullable Path databaseHome;

    public ApplyCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        ReleaseArchive release = archive.release();
        DeploymentRoot root = options.root(around);
        DeploymentRun run = new DeploymentRun(around, options, "apply");
        requireDatabase(root);
        if (options.dryRun()) {
            return run.preview(root, preview -> preview.apply(release));
        }
        return run.print(() -> {
            // Of something that is no archive nothing shall be made.
            release.version();
            create(root);
            return run.deployer(root).apply(release);
        });
    }

    private void requireDatabase(DeploymentRoot root) {
        if (!root.isThere() && databaseUrl().isEmpty() && databaseHome == null) {
            throw CommandFailure.usage("There is no deployment at " + root.path()
                    + " yet. Name the PostgreSQL that both slots use in DATABASE_URL, or the home of mnemolite database"
                    + " with --database-home DIRECTORY, then try again.");
        }
    }

    private String databaseUrl() {
        return around.environment().getOrDefault("DATABASE_URL", "").strip();
    }

    private void create(DeploymentRoot root) {
        root.create(
                databaseHome == null
                        ? Map.entry("database.url", databaseUrl())
                        : Map.entry(
                                "database.home", databaseHome.toAbsolutePath().toString()));
    }
}
