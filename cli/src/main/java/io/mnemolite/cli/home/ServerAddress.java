package io.mnemolite.cli.home;

import io.mnemolite.cli.failure.CommandFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the server listens: option, {@code MNEMOLITE_URL}, state file, default, in this order. */
public final class ServerAddress {

    private static final URI DEFAULT = URI.create("http://127.0.0.1:8001");

    private ServerAddress() {}

    /** Without a slash at the end. */
    public static URI of(@Nullable String option, Map<String, String> environment, Path home) {
        if (option != null) {
            return parsed(option, "--url");
        }
        String variable = environment.getOrDefault("MNEMOLITE_URL", "");
        if (!variable.isBlank()) {
            return parsed(variable, "MNEMOLITE_URL");
        }
        return ServerState.read(home)
                .map(state ->
                        parsed(state.url().toString(), ServerState.fileIn(home).toString()))
                .orElse(DEFAULT);
    }

    private static URI parsed(String text, String source) {
        try {
            URI uri = new URI(text.strip().replaceAll("/+$", ""));
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, as for every other text that is no address.
        }
        throw CommandFailure.usage("'" + text + "' in " + source + " is not an address such as http://127.0.0.1:8001.");
    }
}
