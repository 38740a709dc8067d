package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the server forget a repository. */
@Command(
        name = "delete",
        description = "Forget all that is indexed of a repository. Its files on disk are not touched.",
        footer = {"", "Exit code: 1 when there is no such repository.", "", "Examples:", "  mnemolite code delete atlas"
        })
final class DeleteCommand extends ServerCommand {

    @Parameters(paramLabel = "REPOSITORY", description = "Which one.")
    private String repository = "";

    DeleteCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        JsonNode answer = server.delete(Routes.codeRepository(repository));
        long files = answer.path("deleted_files").asLong();
        long chunks = answer.path("deleted_chunks").asLong();
        boolean wasThere = files + chunks > 0;
        if (json()) {
            printJson(answer);
        } else if (wasThere) {
            around.out()
                    .line("Forgot " + repository + ": " + Quantity.counted(files, "file") + ", "
                            + Quantity.counted(chunks, "chunk") + ".");
        } else {
            around.err().println("There is no repository '" + repository + "'; see: mnemolite code repositories");
        }
        return wasThere ? ExitCode.DONE : ExitCode.FAILED;
    }
}
