package io.mnemolite.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer of one JSON document per line, read as it arrives. */
public final class JsonLines implements AutoCloseable {

    private final BufferedReader reader;
    private final ServerConnection server;

    JsonLines(InputStream stream, ServerConnection server) {
        this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        this.server = server;
    }

    /** The next document, or null at the end. Blank lines, which keep a connection alive, are passed over. */
    public @Nullable JsonNode next() {
        try {
            String line = reader.readLine();
            while (line != null && line.isBlank()) {
                line = reader.readLine();
            }
            return line == null ? null : Json.parse(line);
        } catch (JsonProcessingException e) {
            throw server.broken(new IOException("a line of it is not JSON", e));
        } catch (IOException e) {
            throw server.broken(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw server.broken(e);
        }
    }
}
