package io.mnemolite.postgres.embedded;

import io.mnemolite.postgres.embedded.EmbeddedPostgresSettings.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL for tests, one per major version and JVM: started at the first call, shared by all test classes,
 * stopped when the JVM ends. It does not survive a crash (no fsync). Each test takes a database of its own from it.
 */
public final class TestPostgres {

    private static final Map<Integer, String> OLDER = Map.of(17, "17.11.0", 16, "16.15.0", 15, "15.19.0");
    private static final Map<Integer, TestPostgres> STARTED = new ConcurrentHashMap<>();

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** @param major 15 to 18 */
    public static TestPostgres major(int major) {
        return STARTED.computeIfAbsent(major, TestPostgres::start);
    }

    /** The version that the product brings. */
    public static TestPostgres bundled() {
        return major(PostgresBinaries.bundled().majorVersion());
    }

    /** The JDBC URL of a new empty database, credentials included. */
    public String freshDatabase() {
        String name = "test_" + databases.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new AssertionError("No database could be created for a test", failure);
        }
        return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + name + "?user=" + postgres.user() + "&password="
                + postgres.password();
    }

    /** The server itself, for tests that need more than a database. */
    public EmbeddedPostgres server() {
        return postgres;
    }

    /** The programs of a major version. */
    public static PostgresBinaries binaries(int major) {
        PostgresBinaries bundled = PostgresBinaries.bundled();
        if (major == bundled.majorVersion()) {
            return bundled;
        }
        String version = OLDER.get(major);
        URL jar = TestPostgres.class.getResource("/postgres-binaries/" + major + ".jar");
        if (version == null || jar == null) {
            throw new AssertionError("There are no programs of PostgreSQL " + major + " for tests");
        }
        return PostgresBinaries.inJar(jar, version);
    }

    /** Where all tests of this user share the unpacked programs, which takes a second per version. */
    public static Path runtimeDirectory() {
        return Path.of(
                System.getenv().getOrDefault("HOME", System.getProperty("user.home")),
                ".cache",
                "mnemolite",
                "test-programs");
    }

    private static TestPostgres start(int major) {
        try {
            Path directory = Files.createTempDirectory("mnemolite-test-postgres-" + major + "-");
            EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgresSettings.of(
                            directory.resolve("postgres"), runtimeDirectory(), directory.resolve("logs"))
                    .withBinaries(binaries(major))
                    .withDurability(Durability.THROWAWAY_FOR_TESTS));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, directory)));
            return new TestPostgres(postgres);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void stop(EmbeddedPostgres postgres, Path directory) {
        postgres.close();
        try {
            Directories.delete(directory);
        } catch (IOException rests) {
            throw new UncheckedIOException(rests);
        }
    }
}
