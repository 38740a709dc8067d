package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Progress;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import picocli.CommandLine.Command;

/** Has the server build its search index anew from the store. */
@Command(
        name = "reindex",
        description = "Build the search index anew from the store. Reads and writes go on; searches wait.",
        footer = {"", "Examples:", "  mnemolite reindex"})
public final class ReindexCommand extends ServerCommand {

    public ReindexCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        server.post(Routes.INDEX_REBUILD);
        JsonNode end;
        try (Progress progress = Progress.of(around, "Indexing", "event")) {
            end = Polling.until(
                    server,
                    Routes.INDEX_STATUS,
                    status -> !status.path("state").asText().equals("rebuilding"),
                    status -> new Polling.Done(
                            status.path("done").asLong(), status.path("total").asLong()),
                    progress,
                    around);
        }
        if (!end.path("state").asText().equals("ready")) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The index is " + end.path("state").asText() + ". "
                            + end.path("reason").asText("The server's log says why."));
        }
        if (options.json()) {
            printJson(end);
        } else {
            JsonNode total = end.path("total");
            around.out()
                    .line("The index is ready"
                            + (total.isNumber() ? ", " + Quantity.counted(total.asLong(), "event") : "") + ".");
        }
        return ExitCode.DONE;
    }
}
