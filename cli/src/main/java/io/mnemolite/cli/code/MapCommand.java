package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A repository at a glance. */
@Command(
        name = "map",
        description = "Show a repository's most important symbols, as much as fits into a number of tokens.",
        footer = {
            "",
            "Examples:",
            "  mnemolite code map atlas",
            "  mnemolite code map atlas --max-tokens 4000 --focus src/billing"
        })
final class MapCommand extends ServerCommand {

    @Parameters(paramLabel = "REPOSITORY", description = "Which one.")
    private String repository = "";

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How long the map may be, 50 to 50000. Default: 1000.")
    private int maxTokens;

    @Option(
            names = "--focus",
            paramLabel = "TEXT",
            description = "A part of paths or names to start from. Default: all of the main code.")
    private @Nullable String focus;

    MapCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        JsonNode answer = server.get(Routes.codeMap(repository)
                .with("max_tokens", maxTokens)
                .with("focus", focus)
                .route());
        if (json()) {
            printJson(answer);
            return ExitCode.DONE;
        }
        SourceText.lines(answer.path("map").asText()).forEach(around.out()::line);
        around.out()
                .line(around.style()
                        .faint(Quantity.count(answer.path("symbols_shown").asLong()) + " of "
                                + Quantity.counted(answer.path("symbols_total").asLong(), "symbol") + ", about "
                                + Quantity.counted(answer.path("tokens").asLong(), "token") + "."));
        Completeness.behind(answer).ifPresent(around.out()::line);
        return ExitCode.DONE;
    }
}
