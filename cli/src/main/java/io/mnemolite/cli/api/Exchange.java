package io.mnemolite.cli.api;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request after the other over the JDK's small client, {@link HttpURLConnection}: the new one
 * ({@code java.net.http}) costs a command that asks once three times as much processor time to start, most of it for
 * threads and for TLS that a local server does not use.
 */
final class Exchange {

    /** How long an answer or a stream may rest; not how long it may take. */
    static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

    /** The server's own limit for the longest work that one request may ask for, and some more. */
    static final Duration WORK_TIMEOUT = Duration.ofMinutes(16);

    static final Duration QUESTION_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    static {
        // Otherwise a POST is sent again when the connection breaks before its answer: one memory, stored twice.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final URI base;
    private final @Nullable String apiKey;

    Exchange(URI base, @Nullable String apiKey) {
        this.base = base;
        this.apiKey = apiKey;
    }

    /** @param body null for a request without one */
    Response send(String method, String route, byte @Nullable [] body, String type, Duration timeout) {
        HttpURLConnection connection = connect(method, route, body != null, type, timeout);
        try {
            if (body != null) {
                try (OutputStream stream = connection.getOutputStream()) {
                    stream.write(body);
                }
            }
            int status = connection.getResponseCode();
            InputStream answer = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
            long length = connection.getContentLengthLong();
            InputStream stream = Objects.requireNonNullElseGet(answer, InputStream::nullInputStream);
            return new Response(status, length > 0 ? new WholeStream(stream, length) : stream);
        } catch (ConnectException e) {
            // A kept connection turned out to be closed, and there is nobody to connect to anew.
            throw nobody(e);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private HttpURLConnection connect(String method, String route, boolean sends, String type, Duration timeout) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(base + route).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
            connection.setReadTimeout((int) timeout.toMillis());
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestProperty("Accept", "application/json, application/x-ndjson");
            if (apiKey != null) {
                connection.setRequestProperty("Authorization", "Bearer " + apiKey);
            }
            if (sends) {
                connection.setRequestProperty("Content-Type", type);
                connection.setDoOutput(true);
            }
            connection.connect();
            return connection;
        } catch (SSLException e) {
            throw broken(e);
        } catch (IOException e) {
            throw nobody(e);
        }
    }

    private CommandFailure nobody(IOException cause) {
        return new CommandFailure(
                ExitCode.NO_SERVER,
                "No MnemoLite server answers at " + base + ". Start one with: mnemolite serve",
                cause);
    }

    CommandFailure broken(IOException cause) {
        String reason = cause instanceof SocketTimeoutException
                ? "The server at " + base + " has not answered for too long. Its log may say why."
                : "The connection to " + base + " broke before the answer was complete (" + cause.getMessage()
                        + "). The server may have stopped; ask mnemolite status.";
        return new CommandFailure(ExitCode.FAILED, reason, cause);
    }
}
