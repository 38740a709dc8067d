package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Answer;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.home.HomeOwner;
import io.mnemolite.cli.home.ServerState;
import io.mnemolite.cli.terminal.Surroundings;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** Shows how a server is. */
@Command(
        name = "status",
        description = "Show how the server is: health, version, data, index, vectors, caches.",
        footer = {
            "",
            "Exit code: 0 healthy, 1 not healthy, 3 no server, 4 the server refuses.",
            "",
            "Examples:",
            "  mnemolite status",
            "  mnemolite status --json --url http://127.0.0.1:8001"
        })
public final class StatusCommand extends ServerCommand {

    public StatusCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        Answer health = health(server);
        String condition = health.body().path("status").asText();
        if (condition.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "What answers at " + server.url() + " is not a MnemoLite server: " + Routes.HEALTH + " gave "
                            + health.status() + ". Give the right address with --url or MNEMOLITE_URL.");
        }
        boolean healthy = health.isSuccess() && condition.equals("healthy");
        ObjectNode report = Json.object().put("url", server.url().toString()).put("healthy", healthy);
        ServerState.read(options.home(around))
                .filter(state -> state.url().equals(server.url()))
                .ifPresent(state -> report.put("pid", state.pid())
                        .put("home", options.home(around).toString())
                        .put("version", state.version())
                        .put("started_at", state.startedAt().toString()));
        report.set("health", health.body());
        add(report, server, "server", Routes.ROOT);
        add(report, server, "system", Routes.SYSTEM);
        add(report, server, "store", Routes.STORE_FIGURES);
        add(report, server, "index", Routes.INDEX_STATUS);
        add(report, server, "embedding", Routes.EMBEDDING_STATUS);
        add(report, server, "caches", Routes.CACHE_STATISTICS);
        if (options.json()) {
            printJson(report);
        } else {
            new StatusText(report, around.style(), around.clock().instant())
                    .lines()
                    .forEach(around.out()::line);
        }
        return healthy ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** A home whose PostgreSQL runs for servers of other homes is worth a word. */
    private Answer health(ServerConnection server) {
        try {
            return server.ask(Routes.HEALTH);
        } catch (CommandFailure failure) {
            Path home = options.home(around);
            throw HomeOwner.alive(home)
                    .filter(owner -> failure.exitCode() == ExitCode.NO_SERVER)
                    .map(owner -> new CommandFailure(
                            ExitCode.NO_SERVER,
                            failure.sentences() + "\n'mnemolite " + owner.command() + "' runs on " + home + " (process "
                                    + owner.pid() + ")"
                                    + (owner.address() == null
                                            ? "."
                                            : "; PostgreSQL answers at " + owner.address() + "."),
                            failure))
                    .orElse(failure);
        }
    }

    /** A part that cannot be had (no database, an older server) is left out: the rest is worth showing. */
    private static void add(ObjectNode report, ServerConnection server, String name, String route) {
        Answer answer = server.ask(route);
        JsonNode body = answer.body();
        if (answer.isSuccess() && body.isObject()) {
            report.set(name, body);
        }
    }
}
