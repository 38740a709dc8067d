package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that talks to a server. */
public abstract class ServerCommand implements Callable<Integer> {

    protected final Surroundings around;

    @Mixin
    final ServerOptions options = new ServerOptions();

    protected ServerCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public final Integer call() {
        return run(options.connect(around)).number();
    }

    /** Does the work; output goes to {@link Surroundings#out()}. */
    protected abstract ExitCode run(ServerConnection server);

    /** Whether the caller wants JSON alone. */
    protected final boolean json() {
        return options.json();
    }

    protected final void printJson(JsonNode document) {
        around.out().line(Json.print(document));
    }
}
