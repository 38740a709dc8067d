package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Progress;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import picocli.CommandLine.Command;

/** Has the server compute every vector anew. */
@Command(
        name = "reembed",
        description = {
            "Compute every vector anew with the configured model, as needed after a change of the model.",
            "Vectors given by clients stay as they are."
        },
        footer = {"", "Examples:", "  mnemolite reembed"})
public final class ReembedCommand extends ServerCommand {

    public ReembedCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        server.post(Routes.REEMBED);
        JsonNode end;
        try (Progress progress = Progress.of(around, "Embedding", "event")) {
            end = Polling.until(
                    server,
                    Routes.EMBEDDING_STATUS,
                    status -> status.path("awaiting").asLong() == 0,
                    ReembedCommand::done,
                    progress,
                    around);
        }
        if (options.json()) {
            printJson(end);
        } else {
            around.out()
                    .line("Every vector is of model " + end.path("model").asText() + " ("
                            + end.path("dimension").asText() + " dimensions), "
                            + Quantity.counted(end.path("total").asLong(), "event") + ".");
        }
        return ExitCode.DONE;
    }

    private static Polling.Done done(JsonNode status) {
        long total = status.path("total").asLong();
        return new Polling.Done(Math.max(0, total - status.path("awaiting").asLong()), total);
    }
}
