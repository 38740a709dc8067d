package io.mnemolite.cli.mcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The data of Server-Sent Events, one event after the other; all else that events hold is passed over. */
final class EventStream {

    private final BufferedReader reader;

    EventStream(InputStream stream) {
        this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** The lines of the next event that has data, or null at the end; an event without its end is none. */
    @Nullable
    String next() throws IOException {
        StringBuilder data = new StringBuilder();
        boolean any = false;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isEmpty()) {
                if (any && !data.toString().isBlank()) {
                    return data.toString();
                }
                data.setLength(0);
                any = false;
            } else if (line.equals("data") || line.startsWith("data:")) {
                data.append(any ? "\n" : "").append(value(line));
                any = true;
            }
        }
        return null;
    }

    private static String value(String line) {
        String value = line.substring(Math.min(line.length(), "data:".length()));
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
