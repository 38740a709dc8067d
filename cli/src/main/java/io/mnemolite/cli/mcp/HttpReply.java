package io.mnemolite.cli.mcp;

import io.mnemolite.cli.api.WholeStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer's head, and its body as it arrives. */
final class HttpReply implements AutoCloseable {

    private static final Duration USUAL_RETRY = Duration.ofMillis(250);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    private final HttpURLConnection connection;
    private final int status;
    private final InputStream body;

    HttpReply(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        this.status = connection.getResponseCode();
        InputStream stream = Objects.requireNonNullElseGet(
                status >= 400 ? connection.getErrorStream() : connection.getInputStream(),
                InputStream::nullInputStream);
        long length = connection.getContentLengthLong();
        this.body = length > 0 ? new WholeStream(stream, length) : stream;
    }

    int status() {
        return status;
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    boolean isEventStream() {
        return Objects.requireNonNullElse(connection.getContentType(), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("text/event-stream");
    }

    @Nullable
    String header(String name) {
        return connection.getHeaderField(name);
    }

    /** How long a server that cannot serve now wants to be left alone. */
    Duration retryAfter() {
        try {
            Duration asked = Duration.ofSeconds(Long.parseLong(
                    Objects.requireNonNullElse(header("Retry-After"), "").strip()));
            return asked.compareTo(LONGEST_RETRY) > 0 || asked.isNegative() ? LONGEST_RETRY : asked.plus(USUAL_RETRY);
        } catch (NumberFormatException e) {
            return USUAL_RETRY;
        }
    }

    InputStream body() {
        return body;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // What was wanted of it has been read.
        }
    }
}
