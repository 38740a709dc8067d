package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.JsonLines;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Progress;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.cli.terminal.Wrapping;

/**
 * Has the server copy a v1 database. Its answer is JSON Lines: progress ({@code done}, {@code total}), problems
 * ({@code error}), and a summary at the end.
 */
final class V1Import {

    private final Surroundings around;
    private final boolean json;

    V1Import(Surroundings around, boolean json) {
        this.around = around;
        this.json = json;
    }

    ExitCode run(ServerConnection server, String url) {
        JsonNode last = MissingNode.getInstance();
        boolean problems = false;
        try (JsonLines answer =
                        server.postForLines(Routes.IMPORT_FROM_V1, Json.object().put("url", url));
                Progress progress = Progress.of(around, "Importing from v1", "row")) {
            for (JsonNode line = answer.next(); line != null; line = answer.next()) {
                last = line;
                problems |= line.has("error");
                if (json) {
                    around.out().line(Json.print(line));
                    around.out().flush();
                } else if (line.has("error")) {
                    around.err().println(Wrapping.printable(line.path("error").asText()));
                } else if (line.has("done")) {
                    double total = line.path("total").asDouble();
                    long done = line.path("done").asLong();
                    progress.at(done, total > 0 ? done / total : Progress.UNKNOWN);
                }
            }
        }
        if (last.isMissingNode() || last.has("error") || last.has("done")) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The import did not come to its end. Run the same command again: it goes on where it stopped.");
        }
        if (!json) {
            around.out().line("Imported from v1: " + summary(last) + ".");
        }
        return problems ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static String summary(JsonNode last) {
        return String.join(
                ", ",
                last.properties().stream()
                        .map(entry -> entry.getKey() + " " + Wrapping.printable(Json.print(entry.getValue())))
                        .toList());
    }
}
