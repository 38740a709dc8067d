package io.mnemolite.cli.mcp;

import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.home.ApiKey;
import io.mnemolite.cli.home.Home;
import io.mnemolite.cli.home.ServerAddress;
import io.mnemolite.cli.terminal.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Speaks MCP with the program that started it. */
@Command(
        name = "mcp",
        description =
                "Speak MCP on standard input and output, for an agent's client that starts this command. The local"
                        + " server is started when none runs, and goes on afterwards.",
        footer = {
            "",
            "Examples:",
            "  mnemolite mcp --project atlas",
            "  mnemolite mcp --url http://127.0.0.1:8001",
            "",
            "mnemolite connect shows how a client is told about it."
        })
public final class McpCommand implements Callable<Integer> {

    /** Clients kill a server that has not ended two seconds after they asked it to. */
    private static final Duration SHORT_GRACE = Duration.ofMillis(500);

    private final Surroundings around;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description =
                    "The one project that is seen: metadata project of memories, repository of code. Default: all.")
    private @Nullable String project;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server's address; then none is started. Default: MNEMOLITE_URL, else the server of the"
                    + " home.")
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

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for a server that starts or restarts. Default: 60.")
    private int patience;

    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long requests under way may take after the end of the input. Default: 10.")
    private int grace;

    public McpCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        HttpEndpoint endpoint = new HttpEndpoint(project, ApiKey.of(apiKeyFile, around.environment()));
        Proxy proxy = new Proxy(around, server(), endpoint, Duration.ofSeconds(patience), Duration.ofSeconds(grace));
        Thread onSignal = new Thread(() -> terminate(proxy));
        Runtime.getRuntime().addShutdownHook(onSignal);
        proxy.run();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // The signal came; the hook ends the process.
        }
        return ExitCode.DONE.number();
    }

    private McpServer server() {
        Path folder = Home.of(home, around.environment());
        if (url != null
                || !around.environment().getOrDefault("MNEMOLITE_URL", "").isBlank()) {
            return new McpServer.Given(ServerAddress.of(url, around.environment(), folder));
        }
        return new HomeServer(folder, around.launcher(), around.err()::println);
    }

    private static void terminate(Proxy proxy) {
        try {
            proxy.terminate(SHORT_GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A client that asks for the end gets the exit code of an end in order.
        Runtime.getRuntime().halt(ExitCode.DONE.number());
    }
}
