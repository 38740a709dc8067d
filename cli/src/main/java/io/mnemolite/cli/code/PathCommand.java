package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
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
            show(answer);
        } else {
            around.out().line("No path, " + completeness(answer) + ".");
        }
        return found ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void show(JsonNode answer) {
        SymbolText text = new SymbolText(around.style());
        JsonNode steps = answer.path("steps");
        int edges = 0;
        for (int i = 0; i < answer.path("nodes").size(); i++) {
            JsonNode step = steps.path(i);
            edges += step.has("rule") ? 1 : 0;
            text.lines(answer.path("nodes").path(i), step(step)).forEach(around.out()::line);
        }
        around.out().line(Quantity.counted(edges, "step") + ", " + completeness(answer) + ".");
    }

    private static String completeness(JsonNode answer) {
        return Completeness.of(answer, "of the names on the way");
    }

    /** {@code calls the next at src/A.java:20; rule receiver}. */
    private static String step(JsonNode step) {
        if (step.isMissingNode()) {
            return "";
        }
        String leads = switch (step.path("relationship").asText()) {
            case "calls" -> "calls the next";
            case "references" -> "references the next";
            case "inherits" -> "inherits from the next";
            case "imports" -> "imports the next";
            case "may_dispatch" -> "may dispatch to the next";
            case "contains" -> "contains the next";
            case "part_of" -> "is a part of the next";
            default -> SymbolText.text(step, "relationship") + " the next";
        };
        return step.has("rule")
                ? leads + " at " + SymbolText.text(step, "file_path") + ":"
                        + step.path("lines").path(0).asText() + "; rule " + SymbolText.text(step, "rule")
                : leads;
    }
}
