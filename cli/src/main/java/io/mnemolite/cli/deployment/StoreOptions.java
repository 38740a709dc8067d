package io.mnemolite.cli.deployment;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.home.Home;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.postgres.DatabaseAddress;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which store a command works on, found as a server finds it. */
final class StoreOptions {

    private static final String PROPERTY = "database.url";

    @Option(
            names = "--home",
            paramLabel = "DIRECTORY",
            description = "The home whose PostgreSQL holds the store. Default: MNEMOLITE_HOME, else ~/.mnemolite.")
    private @Nullable Path home;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "An external PostgreSQL instead. Default: DATABASE_URL, which does not show the password to"
                    + " other users, else the one in the home's mnemolite.properties.")
    private @Nullable String databaseUrl;

    @Option(names = "--json", description = "Print JSON, and nothing else, on standard output.")
    private boolean json;

    boolean json() {
        return json;
    }

    Path home(Surroundings around) {
        return Home.of(home, around.environment());
    }

    /** The external database; null when the store is in the home. */
    @Nullable
    DatabaseAddress external(Surroundings around) {
        if (databaseUrl != null) {
            return parsed(databaseUrl, "--database-url");
        }
        for (String name : new String[] {"MNEMOLITE_DATABASE_URL", "DATABASE_URL"}) {
            String variable = around.environment().getOrDefault(name, "");
            if (!variable.isBlank()) {
                return parsed(variable, name);
            }
        }
        Path file = home(around).resolve("mnemolite.properties");
        String property = property(file);
        return property.isBlank() ? null : parsed(property, PROPERTY + " in " + file);
    }

    static DatabaseAddress parsed(String url, String source) {
        return Failures.translated(() -> DatabaseAddress.parse(url, source, ErrorCode.BAD_REQUEST));
    }

    private static String property(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties.getProperty(PROPERTY, "");
        } catch (NoSuchFileException | NotDirectoryException e) {
            return "";
        } catch (IOException | IllegalArgumentException e) {
            throw CommandFailure.usage("The configuration file " + file + " cannot be read (" + e + ").");
        }
    }
}
