package io.mnemolite.cli.command;

import io.mnemolite.cli.home.Home;
import io.mnemolite.cli.terminal.Surroundings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command about the local server process. */
final class LocalOptions {

    @Option(
            names = "--home",
            paramLabel = "DIRECTORY",
            description = "The local server's folder. Default: MNEMOLITE_HOME, else ~/.mnemolite.")
    private @Nullable Path home;

    @Option(names = "--json", description = "Print JSON, and nothing else, on standard output.")
    private boolean json;

    boolean json() {
        return json;
    }

    Path home(Surroundings around) {
        return Home.of(home, around.environment());
    }
}
