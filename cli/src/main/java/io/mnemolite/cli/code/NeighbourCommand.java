package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for the symbols one edge away from another. */
abstract class NeighbourCommand extends ServerCommand {

    @Parameters(paramLabel = "NAME", description = "A symbol's name or id.")
    private String name = "";

    @Mixin
    private final SymbolOptions symbols = new SymbolOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many to show at most, 1 to 1000. Default: 100.")
    private int limit;

    NeighbourCommand(Surroundings around) {
        super(around);
    }

    /** {@code callers} or {@code callees}, in the route and in the answer. */
    abstract String question();

    /** {@code caller} or {@code callee}. */
    abstract String singular();

    /** Which unresolved call sites make an answer a lower bound. */
    abstract String unresolved();

    @Override
    protected final ExitCode run(ServerConnection server) {
        String id = symbols.name(name).resolve(server);
        JsonNode answer = server.get(
                Routes.codeNeighbours(question(), id).with("limit", limit).route());
        if (json()) {
            printJson(answer);
            return ExitCode.DONE;
        }
        SymbolText text = new SymbolText(around.style());
        around.out().line(text.line(answer.path("symbol")));
        around.out()
                .line(Quantity.counted(answer.path("total").asLong(), singular())
                        + (answer.path("members_included").asBoolean() ? " of it and its members, " : ", ")
                        + Completeness.of(answer, unresolved()));
        for (JsonNode neighbour : answer.path(question())) {
            text.lines(neighbour, how(neighbour)).forEach(around.out()::line);
        }
        more(answer).forEach(around.out()::line);
        return ExitCode.DONE;
    }

    /** What follows the neighbours. */
    List<String> more(JsonNode answer) {
        return List.of();
    }

    /** {@code calls at src/A.java:20, 31; rule member; may be dispatched}. */
    private static String how(JsonNode neighbour) {
        List<String> lines = new ArrayList<>();
        neighbour.path("lines").forEach(line -> lines.add(line.asText()));
        String how = SymbolText.text(neighbour, "relationship") + " at " + SymbolText.text(neighbour, "call_file") + ":"
                + String.join(", ", lines) + "; rule " + SymbolText.text(neighbour, "rule");
        int candidates = neighbour.path("candidates").asInt(1);
        return how
                + (candidates > 1 ? "; one of " + candidates + " overloads" : "")
                + (neighbour.path("may_dispatch").asBoolean() ? "; by dispatch, perhaps" : "");
    }
}
