package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.home.HomeOwner;
import io.mnemolite.cli.home.ServerProcess;
import io.mnemolite.cli.home.ServerState;
import io.mnemolite.cli.terminal.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends the local server. */
@Command(
        name = "stop",
        description = "Stop the local server: it finishes running requests, then ends. Also stops mnemolite database.",
        footer = {"", "Examples:", "  mnemolite stop", "  mnemolite stop --home /srv/mnemolite"})
public final class StopCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final LocalOptions options = new LocalOptions();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for the end. Default: 60.")
    private int timeout;

    public StopCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Path home = options.home(around);
        Optional<HomeOwner> owner = HomeOwner.alive(home);
        Optional<ServerProcess> database = owner.filter(HomeOwner::isDatabase).flatMap(HomeOwner::process);
        if (database.isPresent()) {
            return stop(database.get(), "database");
        }
        Optional<ServerState> state = ServerState.read(home);
        if (state.isEmpty()) {
            return nothingRuns("No MnemoLite server runs in " + home + ".");
        }
        Optional<ServerProcess> process = ServerProcess.of(state.get());
        if (process.isEmpty()) {
            return nothingRuns("No MnemoLite server runs in " + home + "; the one with pid "
                    + state.get().pid() + " has ended without saying so.");
        }
        return stop(process.get(), "server");
    }

    private int stop(ServerProcess process, String what) {
        long begin = System.nanoTime();
        if (!process.askToEnd()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The system does not let you stop process " + process.pid()
                            + "; run this as the user who started it.");
        }
        if (!process.endsWithin(Duration.ofSeconds(timeout))) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The " + what + " (pid " + process.pid() + ") was asked to stop and still runs after " + timeout
                            + " s. It may be finishing requests; see its log, wait, and ask again.");
        }
        double seconds = Math.round((System.nanoTime() - begin) / 1e8) / 10.0;
        ObjectNode report =
                Json.object().put("stopped", true).put("pid", process.pid()).put("seconds", seconds);
        print(report, "Stopped the " + what + " (pid " + process.pid() + ") in " + seconds + " s.");
        return ExitCode.DONE.number();
    }

    private int nothingRuns(String sentence) {
        print(Json.object().put("stopped", false).put("reason", sentence), sentence);
        return ExitCode.DONE.number();
    }

    private void print(ObjectNode report, String sentence) {
        around.out().line(options.json() ? Json.print(report) : sentence);
    }
}
