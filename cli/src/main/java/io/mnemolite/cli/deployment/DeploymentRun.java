package io.mnemolite.cli.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.deployment.Deployer;
import io.mnemolite.deployment.Host;
import io.mnemolite.deployment.Outcome;
import io.mnemolite.deployment.Trials;
import io.mnemolite.deployment.backup.StoreBackups;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.root.DeploymentRoot;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A deployer at the terminal: its steps on standard error, its outcome on standard output, its failures as exit codes. */
final class DeploymentRun {

    private final Surroundings around;
    private final DeploymentOptions options;

    DeploymentRun(Surroundings around, DeploymentOptions options) {
        this.around = around;
        this.options = options;
    }

    Deployer deployer(DeploymentRoot root) {
        return new Deployer(root, host(), around.clock(), this::show);
    }

    private Host host() {
        return new Host(StoreBackups::new, around.err()::println);
    }

    /** Runs what changes nothing, and prints its results as they come. */
    int tryOut(Consumer<Trials> work) {
        DeploymentRoot root = options.root(around);
        if (!root.isThere()) {
            throw CommandFailure.usage(
                    "There is no deployment at " + root.path() + "; begin with: mnemolite deploy apply ARCHIVE.");
        }
        Trials trials = new Trials(root, host(), line -> {
            around.out().line(line);
            around.out().flush();
        });
        translated(() -> {
            root.create(Map.entry("database.url", ""));
            work.accept(trials);
            return root;
        });
        return ExitCode.DONE.number();
    }

    /** Runs the work and prints its outcome. */
    int print(Supplier<Outcome> work) {
        Outcome outcome = translated(work);
        if (options.json()) {
            ObjectNode report = Json.object()
                    .put("release", outcome.serving().release())
                    .put("slot", outcome.serving().slot().lowerName())
                    .put("changed", outcome.changed())
                    .put("switch_seconds", outcome.switchSeconds());
            around.out().line(Json.print(report));
        } else {
            String serves = "Release " + outcome.serving().release() + " serves in slot "
                    + outcome.serving().slot().lowerName();
            around.out()
                    .line(
                            outcome.changed()
                                    ? serves + "; requests went there after " + outcome.switchSeconds() + " s."
                                    : serves + " already; nothing was to be done.");
        }
        return ExitCode.DONE.number();
    }

    /** Prints what would be done. */
    int print(List<String> plan) {
        plan.forEach(around.out()::line);
        return ExitCode.DONE.number();
    }

    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (DeploymentFailure failure) {
            ExitCode exitCode = switch (failure.kind()) {
                case INVALID -> ExitCode.USAGE;
                case FAILED -> ExitCode.FAILED;
                case UNDONE -> ExitCode.UNDONE;
                case BUSY -> ExitCode.BUSY;
            };
            throw new CommandFailure(exitCode, failure.sentences(), failure);
        }
    }

    private void show(Entry entry) {
        String step = entry.step().lowerName();
        String detail = entry.detail().isEmpty() ? "" : ": " + entry.detail();
        switch (entry.state()) {
            case STARTED -> around.err().println(step + " … " + entry.step().sentence());
            case DONE -> around.err().println(step + " done" + detail);
            case FAILED -> around.err().println(step + " failed" + detail);
        }
    }
}
