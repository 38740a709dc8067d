package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How one symbol reaches another. */
@Command(
        name = "path",
        description = "Show a shortest path from one symbol to another, along calls and references.",
        footer = {
            "",
            "Exit code: 1 when there is no path, 5 when a name stands for several symbols.",
            "",
            "Examples:",
            "  mnemolite code path Main.main PostgresEventStore.insert"
        })
final class PathCommand extends ServerCommand {

    private static final int MOST_NEIGHBOURS = 1_000;

    @Parameters(index = "0", paramLabel = "FROM", description = "The name or id of the symbol to start from.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "The name or id of the symbol to reach.")
    private String to = "";

    @Mixin
    private final SymbolOptions symbols = new SymbolOptions();

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many edges at most, 1 to 20. Default: 10.")
    private int depth;

    @Option(
            names = "--relationship",
            paramLabel = "KIND",
            description = "Only along edges of this kind, such as calls. Default: of any.")
    private @Nullable String relationship;

    PathCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        ObjectNode question = Json.object()
                .put("source_node_id", symbols.name(from).resolve(server))
                .put("target_node_id", symbols.name(to).resolve(server))
                .put("max_depth", depth);
        if (relationship != null) {
            question.put("relationship", relationship);
        }
        JsonNode answer = server.post(Routes.CODE_GRAPH_PATH, question);
        boolean found = answer.path("found").asBoolean();
        if (json()) {
            printJson(answer);
        } else if (found) {
            show(server, answer);
        } else {
            around.out().line("No path, " + completeness(answer) + ".");
        }
        return found ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void show(ServerConnection server, JsonNode answer) {
        SymbolText text = new SymbolText(around.style());
        List<String> ids = new ArrayList<>();
        answer.path("path").forEach(id -> ids.add(id.asText()));
        for (int i = 0; i < ids.size(); i++) {
            boolean isLast = i == ids.size() - 1;
            JsonNode around = server.get(Routes.codeNeighbours("callees", ids.get(i))
                    .with("limit", isLast ? 1 : MOST_NEIGHBOURS)
                    .route());
            String step = isLast ? "" : step(around.path("callees"), ids.get(i + 1));
            text.lines(around.path("symbol"), step).forEach(this.around.out()::line);
        }
        around.out().line(ids.size() - 1 + (ids.size() == 2 ? " step, " : " steps, ") + completeness(answer) + ".");
    }

    private static String completeness(JsonNode answer) {
        return Completeness.of(answer, "of the names on the way");
    }

    /** {@code calls the next at src/A.java:20}. */
    private static String step(JsonNode callees, String next) {
        for (JsonNode callee : callees) {
            if (callee.path("id").asText().equals(next)) {
                return SymbolText.text(callee, "relationship") + " the next at " + SymbolText.text(callee, "call_file")
                        + ":" + callee.path("lines").path(0).asText();
            }
        }
        return "";
    }
}
