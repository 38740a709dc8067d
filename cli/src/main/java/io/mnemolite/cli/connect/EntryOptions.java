package io.mnemolite.cli.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.home.Home;
import io.mnemolite.cli.home.ServerAddress;
import io.mnemolite.cli.terminal.Surroundings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an entry says: which project, which server, and how it is reached. */
final class EntryOptions {

    private static final String API_KEY = "MNEMOLITE_API_KEY";

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description = "The one project that the client sees. Default: all.")
    private @Nullable String project;

    @Option(
            names = "--http",
            description = "Let the client speak to the running server's URL, instead of starting mnemolite mcp. With"
                    + " MNEMOLITE_API_KEY set, the entry takes the key from there; it never holds the key.")
    private boolean http;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server's address. Default: MNEMOLITE_URL, else the server of the home.")
    private @Nullable String url;

    @Option(
            names = "--home",
            paramLabel = "DIRECTORY",
            description = "The local server's folder. Default: MNEMOLITE_HOME, else ~/.mnemolite.")
    private @Nullable Path home;

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "A file with the server's API key, which mnemolite mcp is to read.")
    private @Nullable Path apiKeyFile;

    ObjectNode entry(Client client, Surroundings around) {
        Map<String, String> environment = around.environment();
        if (http) {
            String server = ServerAddress.of(url, environment, Home.of(home, environment))
                    .toString();
            boolean hasKey = !environment.getOrDefault(API_KEY, "").isBlank();
            return client.url(server + "/mcp" + segment(), hasKey ? API_KEY : null);
        }
        Path launcher = around.launcher();
        if (launcher == null) {
            throw CommandFailure.usage("Where the launcher is, is not known, for it did not start this program; run"
                    + " mnemolite connect.");
        }
        return client.command(launcher.toString(), arguments(environment));
    }

    private String segment() {
        return project == null
                ? ""
                : "/" + URLEncoder.encode(project, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A client hands on nothing of this shell's environment, so what differs from the defaults is written down. */
    private List<String> arguments(Map<String, String> environment) {
        List<String> arguments = new ArrayList<>(List.of("mcp"));
        add(arguments, "--project", project);
        String address = url != null ? url : environment.getOrDefault("MNEMOLITE_URL", "");
        add(arguments, "--url", address.isBlank() ? null : address);
        boolean usual =
                home == null && environment.getOrDefault("MNEMOLITE_HOME", "").isBlank();
        add(arguments, "--home", usual ? null : Home.of(home, environment).toString());
        add(
                arguments,
                "--api-key-file",
                apiKeyFile == null ? null : apiKeyFile.toAbsolutePath().toString());
        return arguments;
    }

    private static void add(List<String> arguments, String option, @Nullable String value) {
        if (value != null) {
            arguments.addAll(List.of(option, value));
        }
    }
}
