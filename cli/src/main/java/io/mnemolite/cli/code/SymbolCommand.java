package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists definitions by name. */
@Command(
        name = "symbol",
        description = "Find definitions by name, best match first, with their ids.",
        footer = {
            "",
            "Examples:",
            "  mnemolite code symbol build",
            "  mnemolite code symbol Builder.build --repository atlas",
            "  mnemolite code symbol NuPoEx        the humps of NullPointerException"
        })
final class SymbolCommand extends ServerCommand {

    @Parameters(
            paramLabel = "NAME",
            description = "A simple name, the end of a qualified one, the start of a name, or its humps.")
    private String name = "";

    @Mixin
    private final SymbolOptions symbols = new SymbolOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many to show at most, 1 to 100. Default: 20.")
    private int limit;

    SymbolCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        JsonNode answer = server.get(Routes.codeSymbols(name)
                .with("repository", symbols.repository())
                .with("limit", limit)
                .route());
        if (json()) {
            printJson(answer);
            return ExitCode.DONE;
        }
        if (answer.path("symbols").isEmpty()) {
            throw new CommandFailure(ExitCode.FAILED, symbols.name(name).notFound(answer));
        }
        SymbolText text = new SymbolText(around.style());
        for (JsonNode symbol : answer.path("symbols")) {
            text.lines(symbol, SymbolName.identity(symbol)).forEach(around.out()::line);
        }
        int shown = answer.path("symbols").size();
        if (answer.path("total").asLong() > shown) {
            around.out()
                    .line(around.style()
                            .faint(Quantity.count(shown) + " of "
                                    + Quantity.count(answer.path("total").asLong()) + "; --limit shows more."));
        }
        return ExitCode.DONE;
    }
}
