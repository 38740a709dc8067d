package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a change of a symbol may break. */
@Command(
        name = "impact",
        description = "Show what depends on a symbol, directly and through others, nearest first, tests marked.",
        footer = {
            "",
            "Exit code: 5 when NAME stands for several symbols; they are listed then.",
            "",
            "Examples:",
            "  mnemolite code impact Builder.build",
            "  mnemolite code impact parse --depth 2"
        })
final class ImpactCommand extends ServerCommand {

    @Parameters(paramLabel = "NAME", description = "A symbol's name or id.")
    private String name = "";

    @Mixin
    private final SymbolOptions symbols = new SymbolOptions();

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many calls away at most, 1 to 10. Default: 5.")
    private int depth;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many to show at most, 1 to 1000. Default: 100.")
    private int limit;

    ImpactCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        String id = symbols.name(name).resolve(server);
        JsonNode answer = server.get(Routes.codeNeighbours("impact", id)
                .with("max_depth", depth)
                .with("limit", limit)
                .route());
        if (json()) {
            printJson(answer);
            return ExitCode.DONE;
        }
        SymbolText text = new SymbolText(around.style());
        around.out().line(text.line(answer.path("symbol")));
        around.out()
                .line(Quantity.counted(answer.path("total").asLong(), "symbol depends", "symbols depend")
                        + (answer.path("members_included").asBoolean() ? " on it or its members, " : " on it, ")
                        + Quantity.counted(answer.path("tests").asLong(), "test") + " among them, "
                        + Completeness.of(answer, "of the names on the way"));
        int distance = 0;
        for (JsonNode affected : answer.path("affected")) {
            if (affected.path("distance").asInt() != distance) {
                distance = affected.path("distance").asInt();
                around.out().line(around.style().strong(distance == 1 ? "directly" : distance + " calls away"));
            }
            text.lines(affected).forEach(around.out()::line);
        }
        return ExitCode.DONE;
    }
}
