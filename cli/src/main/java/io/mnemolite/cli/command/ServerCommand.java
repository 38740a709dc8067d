package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that talks to a server. */
abstract class ServerCommand implements Callable<Integer> {

    final Surroundings around;

    @Mixin
    final ServerOptions options = new ServerOptions();

    ServerCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public final Integer call() {
        return run(options.connect(around)).number();
    }

    abstract ExitCode run(ServerConnection server);

    void printJson(JsonNode document) {
        around.out().line(Json.print(document));
    }
}
