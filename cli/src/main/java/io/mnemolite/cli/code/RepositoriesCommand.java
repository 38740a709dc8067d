package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.cli.terminal.Wrapping;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** What is indexed. */
@Command(
        name = "repositories",
        description = "List the repositories that are indexed, with their vectors and what could not be indexed.",
        footer = {"", "Examples:", "  mnemolite code repositories"})
final class RepositoriesCommand extends ServerCommand {

    RepositoriesCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        JsonNode answer = server.get(Routes.CODE_STATUS);
        if (json()) {
            printJson(answer);
            return ExitCode.DONE;
        }
        if (answer.path("repositories").isEmpty()) {
            around.out().line("No repository is indexed. Index one with: mnemolite index DIRECTORY");
        }
        for (JsonNode repository : answer.path("repositories")) {
            around.out().line(around.style().strong(SymbolText.text(repository, "repository")));
            Wrapping.wrap(figures(repository), around.columns() - 4, 3)
                    .forEach(line -> around.out().line("    " + line));
        }
        return ExitCode.DONE;
    }

    private String figures(JsonNode repository) {
        List<String> figures = new ArrayList<>();
        figures.add(Quantity.counted(repository.path("file_count").asLong(), "file"));
        figures.add(Quantity.counted(repository.path("chunk_count").asLong(), "chunk"));
        long awaited = repository.path("vectors_awaited").asLong();
        figures.add(
                awaited == 0
                        ? "all vectors made"
                        : repository.path("vectors_percent").asText() + " % of the vectors made");
        long errors = repository.path("error_count").asLong();
        if (errors > 0) {
            figures.add(Quantity.counted(errors, "file") + " with problems");
        }
        figures.add("indexed " + age(repository.path("last_indexed").asText()));
        return String.join(", ", figures);
    }

    private String age(String moment) {
        try {
            return Quantity.relative(Instant.parse(moment), around.clock().instant());
        } catch (DateTimeException e) {
            return moment;
        }
    }
}
