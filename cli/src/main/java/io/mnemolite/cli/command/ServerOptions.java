package io.mnemolite.cli.command;

import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.home.ApiKey;
import io.mnemolite.cli.home.Home;
import io.mnemolite.cli.home.ServerAddress;
import io.mnemolite.cli.terminal.Surroundings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that talks to a server. */
final class ServerOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server's address. Default: MNEMOLITE_URL, else the one in the home's server.json, else"
                    + " http://127.0.0.1:8001.")
    private @Nullable String url;

    @Option(
            names = "--home",
            paramLabel = "DIRECTORY",
            description = "The local server's folder. Default: MNEMOLITE_HOME, else ~/.mnemolite.")
    private @Nullable Path home;

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "A file with the server's API key. Default: the key in MNEMOLITE_API_KEY.")
    private @Nullable Path apiKeyFile;

    @Option(names = "--json", description = "Print JSON, and nothing else, on standard output.")
    private boolean json;

    boolean json() {
        return json;
    }

    Path home(Surroundings around) {
        return Home.of(home, around.environment());
    }

    ServerConnection connect(Surroundings around) {
        return new ServerConnection(
                ServerAddress.of(url, around.environment(), home(around)), ApiKey.of(apiKeyFile, around.environment()));
    }
}
