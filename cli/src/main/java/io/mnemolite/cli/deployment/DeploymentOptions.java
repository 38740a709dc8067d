package io.mnemolite.cli.deployment;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.deployment.root.DeploymentRoot;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands of a deployment take. */
final class DeploymentOptions {

    @Option(
            names = "--root",
            paramLabel = "DIRECTORY",
            description = "The directory of the deployment. Default: MNEMOLITE_DEPLOYMENT.")
    private @Nullable Path root;

    @Option(names = "--json", description = "Print one JSON document instead of text.")
    private boolean json;

    @Option(names = "--dry-run", description = "Print the steps and touch nothing.")
    private boolean dryRun;

    DeploymentRoot root(Surroundings around) {
        if (root != null) {
            return new DeploymentRoot(root);
        }
        String variable = around.environment().getOrDefault("MNEMOLITE_DEPLOYMENT", "");
        if (variable.isBlank()) {
            throw CommandFailure.usage(
                    "Name the directory of the deployment with --root DIRECTORY, or in MNEMOLITE_DEPLOYMENT.");
        }
        return new DeploymentRoot(Path.of(variable));
    }

    boolean json() {
        return json;
    }

    boolean dryRun() {
        return dryRun;
    }
}
