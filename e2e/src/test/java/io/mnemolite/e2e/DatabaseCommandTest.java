package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mnemolite database}: a home's PostgreSQL that outlives the servers that use it. */
class DatabaseCommandTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void database_servesServersOfOtherHomes_andOutlivesThemAndItsOwnDeath() throws Exception {
        Path home = directory.resolve("home");
        Path slot = directory.resolve("slot");
        String url;
        String id;
        try (CommandProcess database = start(home)) {
            url = url(home);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("database.url"))))
                    .isEqualTo("rw-------");
            assertThat(database.output()).doesNotContain(url.replaceAll(".*:(\\w+)@.*", "$1"));
            refuses(home, database);
            CommandProcess.Outcome deployed = deploy(home);
            assertThat(deployed.output()).as("the database is found").contains("HAProxy does not answer");
            assertThat(deployed.exitCode()).isEqualTo(1);
            try (PackagedServer server = LocalServers.start(slot, environment(url))) {
                Http http = server.http();
                id = http.post("/v1/events/", "{\"content\":{\"text\":\"outlives\"}}")
                        .id();
                long postgres = Homes.postgresPid(home);
                ProcessHandle.of(postgres).orElseThrow().destroyForcibly();
                Polling.until(
                        "a write succeeds again",
                        PATIENCE,
                        () -> http.post("/v1/events/", "{\"content\":{\"text\":\"after\"}}")
                                        .status()
                                == 201);
                assertThat(Homes.postgresPid(home)).isNotEqualTo(postgres);
            }
        }
        assertThat(home.resolve("owner.json")).exists();
        try (CommandProcess database = start(home)) {
            assertThat(url(home)).as("same port, same password").isEqualTo(url);
            try (PackagedServer server = LocalServers.start(slot, environment(url))) {
                assertThat(server.http().get("/v1/events/" + id).status()).isEqualTo(200);
            }
            assertThat(CommandProcess.run(home, "stop").output())
                    .contains("Stopped the database (pid " + database.process().pid() + ")");
            assertThat(database.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(home.resolve("database.url")).doesNotExist();
            assertThat(home.resolve("owner.json")).doesNotExist();
        }
        try (PackagedServer server = LocalServers.start(home)) {
            assertThat(server.http().get("/v1/events/" + id).status()).isEqualTo(200);
            try (CommandProcess database = CommandProcess.start(home, Map.of(), "database")) {
                CommandProcess.Outcome refused = database.await();
                assertThat(refused.output())
                        .contains("A MnemoLite server runs on " + home + " and answers at " + server.url());
                assertThat(refused.exitCode()).isEqualTo(4);
            }
            // As a database leaves it that is killed.
            Files.writeString(home.resolve("database.url"), url + "\n");
            CommandProcess.Outcome deployed = deploy(home);
            assertThat(deployed.output()).contains("A mnemolite serve owns the database in " + home);
            assertThat(deployed.exitCode()).isEqualTo(7);
        }
    }

    /** The first of a directory, of a release that holds nothing. */
    private CommandProcess.Outcome deploy(Path home) throws Exception {
        Files.createDirectories(directory.resolve("mnemolite-1.0.0"));
        Path archive = directory.resolve("mnemolite-1.0.0.tar.gz");
        Process tar = new ProcessBuilder(
                        "tar", "-C", directory.toString(), "-czf", archive.toString(), "mnemolite-1.0.0")
                .start();
        assertThat(tar.waitFor()).isZero();
        return CommandProcess.run(
                home,
                "deploy",
                "apply",
                "--root",
                directory.resolve("root").toString(),
                "--database-home",
                home.toString(),
                archive.toString());
    }

    /** What else would use the home says who has it. */
    private void refuses(Path home, CommandProcess database) throws InterruptedException {
        String owner = "'mnemolite database' runs on " + home + " (process "
                + database.process().pid() + ")";
        Path output = directory.resolve("refused.log");
        Process server = PackagedServer.launch(home, LocalServers.MOCK, output);
        assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Homes.read(output)).contains(owner, "database.url").doesNotContain("\tat ");
        assertThat(server.exitValue()).isEqualTo(1);

        CommandProcess.Outcome second = CommandProcess.run(home, "database");
        assertThat(second.output()).contains(owner);
        assertThat(second.exitCode()).isEqualTo(4);

        CommandProcess.Outcome status = CommandProcess.run(home, "status", "--url", "http://127.0.0.1:9");
        assertThat(status.output()).contains(owner + "; PostgreSQL answers at postgresql://mnemolite@127.0.0.1:");
        assertThat(status.exitCode()).isEqualTo(3);
    }

    private static CommandProcess start(Path home) {
        CommandProcess database = CommandProcess.start(home, Map.of(), "database");
        Polling.until("the database answers", PATIENCE, () -> {
            if (!database.process().isAlive()) {
                throw new AssertionError(database.output());
            }
            return database.output().contains("DATABASE_URL, with the password, stands in");
        });
        return database;
    }

    private static String url(Path home) throws IOException {
        return Files.readString(home.resolve("database.url")).strip();
    }

    private static Map<String, String> environment(String url) {
        return Map.of("EMBEDDING_MODE", "mock", "DATABASE_URL", url);
    }
}
