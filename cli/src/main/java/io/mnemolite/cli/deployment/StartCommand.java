package io.mnemolite.cli.deployment;

import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.deployment.Preview;
import io.mnemolite.deployment.root.DeploymentRoot;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts what should serve. */
@Command(
        name = "start",
        description = {
            "Start the release that should serve, and send requests there, unless that is so:",
            "after the machine was off. What a killed deployment left is finished or undone",
            "first. deploy/systemd/mnemolite-slots.service does this at each boot."
        },
        footer = {
            "",
            "Exit codes: 0 it serves, 1 it does not, 2 nothing was ever deployed here, 7 another",
            "deployment is under way.",
            "",
            "Example:",
            "  mnemolite deploy start --root /srv/mnemolite"
        })
public final class StartCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final DeploymentOptions options = new DeploymentOptions();

    public StartCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        DeploymentRun run = new DeploymentRun(around, options, "start");
        DeploymentRoot root = run.existingRoot();
        return options.dryRun()
                ? run.preview(root, Preview::start)
                : run.print(() -> run.deployer(root).start());
    }
}
