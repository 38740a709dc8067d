package io.mnemolite.cli.operation;

import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what a server is doing, once or again and again. */
@Command(
        name = "stats",
        description = "Show caches, connection pool, latencies and queues; with --watch again and again.",
        footer = {
            "",
            "Rates and \"hits now\" are those since the reading before. Ctrl-C ends --watch.",
            "",
            "Examples:",
            "  mnemolite stats",
            "  mnemolite stats --watch 5",
            "  mnemolite stats --watch 60 --count 60 --json > hour.jsonl"
        })
public final class StatisticsCommand extends ServerCommand {

    private static final String CLEARED_SCREEN = "\u001B[H\u001B[2J";

    @Option(
            names = "--watch",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "2",
            description = "Read again after so many seconds, 2 unless given.")
    private @Nullable Double seconds;

    @Option(
            names = "--count",
            paramLabel = "NUMBER",
            description = "End --watch after so many readings. Default: go on.")
    private @Nullable Integer count;

    public StatisticsCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        Double every = seconds;
        if (every != null && !(every >= 0.1 && every <= 3_600)) {
            throw CommandFailure.usage("--watch " + every + " is not a number of seconds from 0.1 to 3600.");
        }
        if (count != null && (count < 1 || every == null)) {
            throw CommandFailure.usage(
                    every == null
                            ? "--count says when --watch ends; give --watch, too."
                            : "--count " + count + " is not a number of readings; give 1 or more.");
        }
        Reading reading = read(server);
        show(reading, null);
        for (int done = 1; every != null && (count == null || done < count); done++) {
            pause(Duration.ofMillis(Math.round(every * 1_000)));
            Reading next = read(server);
            show(next, reading);
            reading = next;
        }
        return ExitCode.DONE;
    }

    private Reading read(ServerConnection server) {
        return Reading.of(server, around.clock().instant());
    }

    private void show(Reading reading, @Nullable Reading before) {
        if (json()) {
            printJson(reading.json());
        } else {
            if (before != null) {
                around.out().line(around.outIsTerminal() ? CLEARED_SCREEN : "");
            }
            new StatisticsText(reading, before, around.style()).lines().forEach(around.out()::line);
        }
        around.out().flush();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.DONE, "The command was interrupted.", e);
        }
    }
}
