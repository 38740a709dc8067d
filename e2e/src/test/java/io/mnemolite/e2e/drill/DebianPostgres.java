package io.mnemolite.e2e.drill;

import io.mnemolite.e2e.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The newest PostgreSQL that Debian has installed here, with all its durability, for the time of a drill. */
final class DebianPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final int port = LocalServers.freePort();
    private final Process process;

    /** @param directory empty, to be the user postgres's own */
    DebianPostgres(Path directory) throws IOException {
        this.programs = newest();
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        Path data = directory.resolve("data");
        Path sockets = directory.resolve("sockets");
        Files.createDirectories(sockets);
        Path output = Files.createFile(directory.resolve("output.log"));
        Files.setPosixFilePermissions(directory.resolveSibling("."), PosixFilePermissions.fromString("rwx--x--x"));
        for (Path path : List.of(directory, sockets)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Processes.run(
                as(
                        isRoot,
                        "initdb",
                        "-D",
                        data.toString(),
                        "-U",
                        "mnemolite",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--locale=C"),
                output);
        this.process = Processes.start(
                as(
                        isRoot,
                        "postgres",
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-h",
                        "127.0.0.1",
                        "-k",
                        sockets.toString(),
                        "-c",
                        "max_connections=200"),
                Map.of(),
                output);
        awaitConnections(directory.resolve("ready.log"));
    }

    private void awaitConnections(Path output) {
        List<String> ask =
                List.of(programs.resolve("pg_isready").toString(), "-h", "127.0.0.1", "-p", Integer.toString(port));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Processes.await(Processes.start(ask, Map.of(), output), 10) != 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("PostgreSQL does not accept connections: " + Processes.read(output));
            }
        }
    }

    String url() {
        return "postgresql://mnemolite:none@127.0.0.1:" + port + "/postgres";
    }

    /** One of its programs. */
    Path program(String name) {
        return programs.resolve(name);
    }

    /** The first column of what a query returns. */
    List<String> strings(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "mnemolite", "none");
    }

    private static Path newest() {
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(Files::isDirectory)
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new AssertionError("There is no PostgreSQL in " + VERSIONS));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The drill needs PostgreSQL. This installs it: sudo apt-get install -y postgresql", e);
        }
    }

    /** PostgreSQL refuses to run as root. */
    private List<String> as(boolean isRoot, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    public void close() {
        Processes.stop(process);
    }
}
