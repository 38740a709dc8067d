package io.mnemolite.cli.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The command that holds a home in the server's place, as it writes itself into {@code owner.json}. The file may outlive a
 * command that was killed.
 *
 * @param command its name, such as {@code database}
 * @param address where the PostgreSQL that it runs answers, without the password; null until it does
 */
public record HomeOwner(
        String command,
        long pid,
        Instant startedAt,
        @Nullable String address) {

    /** The name of the command that runs PostgreSQL for others. */
    public static final String DATABASE = "database";

    static Path fileIn(Path home) {
        return home.resolve("owner.json");
    }

    /** Empty when there is none, or it has ended. */
    public static Optional<HomeOwner> alive(Path home) {
        return read(home).filter(owner -> owner.process().isPresent());
    }

    /** Empty when it has ended. */
    public Optional<ServerProcess> process() {
        return ServerProcess.of(pid, startedAt, "mnemolite-cli");
    }

    public boolean isDatabase() {
        return command.equals(DATABASE);
    }

    private static Optional<HomeOwner> read(Path home) {
        try {
            JsonNode owner = Json.parse(Files.readAllBytes(fileIn(home)));
            return Optional.of(new HomeOwner(
                    owner.required("command").asText(),
                    owner.required("pid").longValue(),
                    Instant.parse(owner.required("startedAt").asText()),
                    owner.path("address").textValue()));
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    void write(Path home) throws IOException {
        ObjectNode owner = Json.object()
                .put("command", command)
                .put("pid", pid)
                .put("startedAt", startedAt.toString())
                .put("address", address);
        Path fresh = home.resolve("owner.json.new");
        Files.writeString(fresh, Json.print(owner));
        Files.move(fresh, fileIn(home), StandardCopyOption.ATOMIC_MOVE);
    }
}
