package io.mnemolite.cli.mcp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The MCP endpoint of a server, asked by the JDK's small client for the reason that {@code cli.api} gives. Several
 * threads may ask at a time; one that is virtual gives up its request when it is interrupted.
 */
final class HttpEndpoint {

    /** The server's own limit for the longest work that one request may ask for, and some more. */
    static final Duration LONGEST_REST = Duration.ofMinutes(16);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    static {
        // Otherwise the JDK repeats a request whose answer was lost without asking; Delivery decides that.
        System.setProperty("sun.net.http.retryPost", "false");
        // A kept connection would not outlive a restart, and nobody could tell that from a lost answer.
        System.setProperty("http.keepAlive", "false");
    }

    private final String path;
    private final @Nullable String apiKey;

    /** @param project the one project that is seen; null for all */
    HttpEndpoint(@Nullable String project, @Nullable String apiKey) {
        String name = project == null
                ? ""
                : "/" + URLEncoder.encode(project, StandardCharsets.UTF_8).replace("+", "%20");
        this.path = "/mcp" + name;
        this.apiKey = apiKey;
    }

    /** @param rest how long the answer may stand still; zero for ever */
    HttpReply post(URI server, Map<String, String> headers, byte[] body, Duration rest) throws IOException {
        HttpURLConnection connection = connection(server, "POST", headers, rest);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream stream = connection.getOutputStream()) {
            stream.write(body);
        }
        return new HttpReply(connection);
    }

    void delete(URI server, Map<String, String> headers, Duration rest) throws IOException {
        HttpURLConnection connection = connection(server, "DELETE", headers, rest);
        new HttpReply(connection).close();
    }

    private HttpURLConnection connection(URI server, String method, Map<String, String> headers, Duration rest)
            throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(server + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
        connection.setReadTimeout((int) rest.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty("Accept", "application/json, text/event-stream");
        if (apiKey != null) {
            connection.setRequestProperty("Authorization", "Bearer " + apiKey);
        }
        headers.forEach(connection::setRequestProperty);
        return connection;
    }
}
