package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Progress;
import io.mnemolite.cli.terminal.Surroundings;
import java.util.function.Predicate;

/** Asks again and again how far a job of the server is. */
public final class Polling {

    private Polling() {}

    /** How much of a job is done. */
    public record Done(long done, long total) {}

    /** Reads the progress out of a status document. */
    public interface Reading {
        Done of(JsonNode status);
    }

    /** Returns the first status that is the end. */
    public static JsonNode until(
            ServerConnection server,
            String route,
            Predicate<JsonNode> end,
            Reading reading,
            Progress progress,
            Surroundings around) {
        while (true) {
            JsonNode status = server.get(route);
            if (end.test(status)) {
                return status;
            }
            Done done = reading.of(status);
            progress.at(done.done(), done.total() > 0 ? (double) done.done() / done.total() : Progress.UNKNOWN);
            pause(around);
        }
    }

    static void pause(Surroundings around) {
        try {
            Thread.sleep(around.pollInterval());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "The command was interrupted; the server goes on.", e);
        }
    }
}
