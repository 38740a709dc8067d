package io.mnemolite.cli.deployment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.deployment.Deployer;
import io.mnemolite.deployment.Host;
import io.mnemolite.deployment.Outcome;
import io.mnemolite.deployment.Preview;
import io.mnemolite.deployment.Trials;
import io.mnemolite.deployment.backup.StoreBackups;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.trial.Finding;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A deployer at the terminal: its steps on standard error, its outcome on standard output, its failures as exit codes.
 * With {@code --json} standard output is one document, also of a failure and of a dry run.
 */
final class DeploymentRun {

    private final Surroundings around;
    private final DeploymentOptions options;
    private final String mode;

    /** @param mode as the document names it */
    DeploymentRun(Surroundings around, DeploymentOptions options, String mode) {
        this.around = around;
        this.options = options;
        this.mode = mode;
    }

    /** The directory, where something was deployed before. */
    DeploymentRoot existingRoot() {
        DeploymentRoot root = options.root(around);
        if (!root.isThere()) {
            throw CommandFailure.usage(
                    "There is no deployment at " + root.path() + "; begin with: mnemolite deploy apply ARCHIVE.");
        }
        return root;
    }

    Deployer deployer(DeploymentRoot root) {
        return new Deployer(root, host(), around.clock(), this::show);
    }

    private Host host() {
        return new Host(StoreBackups::new, around.err()::println);
    }

    /** Prints what would be done. */
    int preview(DeploymentRoot root, Function<Preview, List<String>> work) {
        ObjectNode report = report().put("dry_run", true);
        List<String> lines = translated(report, () -> work.apply(new Preview(root, host())));
        if (options.json()) {
            ArrayNode steps = report.putArray("steps");
            lines.forEach(steps::add);
            around.out().line(Json.print(report));
        } else {
            lines.forEach(around.out()::line);
        }
        return ExitCode.DONE.number();
    }

    /** Runs what leaves the serving release as it is, and prints its results as they come. */
    int tryOut(DeploymentRoot root, ReleaseArchive archive, BiConsumer<Trials, ReleaseArchive> work) {
        ObjectNode report = report();
        report.put("release", translated(report, archive::version));
        ArrayNode results = report.putArray("results");
        Trials trials = new Trials(root, host(), around.clock(), finding -> {
            results.add(json(finding));
            if (options.json()) {
                around.err().println(finding);
            } else {
                around.out().line(finding.toString());
                around.out().flush();
            }
        });
        translated(report, () -> {
            root.create(Map.entry("database.url", ""));
            work.accept(trials, archive);
            return root;
        });
        if (options.json()) {
            around.out().line(Json.print(report.put("passed", true)));
        }
        return ExitCode.DONE.number();
    }

    private static ObjectNode json(Finding finding) {
        ObjectNode result = Json.object().put("name", finding.name()).put("result", finding.sentence());
        if (!finding.figures().isEmpty()) {
            ObjectNode figures = result.putObject("figures");
            finding.figures().forEach(figures::put);
        }
        return result;
    }

    /** Runs the work and prints its outcome. */
    int print(Supplier<Outcome> work) {
        ObjectNode report = report();
        Outcome outcome = translated(report, work);
        if (options.json()) {
            report.put("release", outcome.serving().release())
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

    private ObjectNode report() {
        return Json.object().put("mode", mode);
    }

    private <T> T translated(ObjectNode report, Supplier<T> work) {
        try {
            return work.get();
        } catch (DeploymentFailure failure) {
            ExitCode exitCode = switch (failure.kind()) {
                case INVALID -> ExitCode.USAGE;
                case FAILED -> ExitCode.FAILED;
                case UNDONE -> ExitCode.UNDONE;
                case BUSY -> ExitCode.BUSY;
            };
            if (options.json()) {
                around.out()
                        .line(Json.print(
                                report.put("error", failure.sentences()).put("exit_code", exitCode.number())));
            }
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
