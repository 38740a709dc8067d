package io.mnemolite.postgres.embedded;

import io.mnemolite.postgres.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How to reach an {@link EmbeddedPostgres} that another process of the same user runs. */
public final class RunningPostgres {

    private RunningPostgres() {}

    /** Where the last start of a data directory's PostgreSQL made it listen; empty when it never was started. */
    public static Optional<DatabaseAddress> address(Path dataDirectory) {
        try {
            String password = Files.readString(dataDirectory.resolve(DataDirectory.PASSWORD))
                    .strip();
            return port(dataDirectory)
                    .map(port -> new DatabaseAddress(EmbeddedPostgres.jdbcUrl(port), EmbeddedPostgres.USER, password));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The port of the last start; empty when it never was started. */
    public static Optional<Integer> port(Path dataDirectory) {
        try {
            return Optional.of(Integer.valueOf(
                    Files.readString(dataDirectory.resolve(DataDirectory.PORT)).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the data directory holds data. */
    public static boolean hasData(Path dataDirectory) {
        return Files.exists(dataDirectory.resolve(DataDirectory.CLUSTER).resolve("PG_VERSION"));
    }
}
