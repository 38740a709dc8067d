package io.mnemolite.cli.home;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What a running server writes into {@code server.json} of its home: who it is and where it listens. The file may
 * outlive a server that was killed.
 */
public record ServerState(long pid, URI url, Instant startedAt, String version) {

    public static Path fileIn(Path home) {
        return home.resolve("server.json");
    }

    /** Empty when the home has no state file. */
    public static Optional<ServerState> read(Path home) {
        Path file = fileIn(home);
        try {
            JsonNode state = Json.parse(Files.readAllBytes(file));
            return Optional.of(new ServerState(
                    state.required("pid").longValue(),
                    URI.create(state.required("url").asText()),
                    Instant.parse(state.required("startedAt").asText()),
                    state.path("version").asText("unknown")));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The state file " + file + " cannot be read (" + e.getMessage()
                            + "). Delete it when no server runs, or name the server with --url.",
                    e);
        }
    }
}
