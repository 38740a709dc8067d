package io.mnemolite.cli.deployment;

import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.deployment.Preview;
import io.mnemolite.deployment.root.DeploymentRoot;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the previous release serve again. */
@Command(
        name = "rollback",
        description = {
            "Make the release before the one that serves serve again. An apply that is under",
            "way is broken off. The data stay as they are: migrations only add."
        },
        footer = {"", "Example:", "  mnemolite deploy rollback --root /srv/mnemolite"})
public final class RollbackCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final DeploymentOptions options = new DeploymentOptions();

    public RollbackCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        DeploymentRun run = new DeploymentRun(around, options, "rollback");
        DeploymentRoot root = run.existingRoot();
        return options.dryRun()
                ? run.preview(root, Preview::rollback)
                : run.print(() -> run.deployer(root).rollback());
    }
}
