package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.CommandProcess.Outcome;
import io.mnemolite.postgres.embedded.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mnemolite backup}, {@code restore} and {@code verify-backup} of the packaged product. */
class BackupCommandTest {

    @TempDir
    Path directory;

    /** A return to an older state, in place and elsewhere; the index of the newer state lies there still. */
    @Test
    void restore_ofABackupOfARunningServer_answersAsItDidThen() throws IOException {
        Path home = directory.resolve("home");
        Path file = directory.resolve("backup.zip");
        String then;
        try (PackagedServer server = LocalServers.start(home)) {
            Http http = server.http();
            OddEvents.store(http);
            remember(http, "xylophone");
            String deleted = remember(http, "marimba");
            then = export(http);

            passed(CommandProcess.run(home, "backup", file.toString()), 0, "Wrote " + file);

            remember(http, "glockenspiel");
            assertThat(http.send("DELETE", "/v1/events/" + deleted, "").status())
                    .isEqualTo(204);
            CrashAudit.awaitIndex(http);
            assertThat(found(http, "glockenspiel")).hasSize(1);
            passed(
                    CommandProcess.run(home, "restore", file.toString(), "--replace"),
                    4,
                    "A MnemoLite server runs on " + home + " and answers at " + server.url());
            assertThat(server.stop()).isIn(0, 143);
        }
        passed(CommandProcess.run(home, "restore", file.toString()), 4, "holds a store of MnemoLite already");
        passed(CommandProcess.run(home, "restore", file.toString(), "--replace"), 0, "Restored ");
        assertThat(home.resolve("index")).isDirectory();
        try (PackagedServer server = LocalServers.start(home)) {
            checkState(server.http(), then);
        }

        TestPostgres external = TestPostgres.major(15);
        String url = external.freshDatabase().replaceAll("\\?.*", "");
        String address = "postgresql://" + external.server().user() + ":"
                + external.server().password() + "@" + url.replaceAll(".*//", "");
        passed(CommandProcess.run(home, "restore", file.toString(), "--database-url", address), 0, "Restored ");
        try (PackagedServer server = LocalServers.start(
                directory.resolve("elsewhere"), Map.of("EMBEDDING_MODE", "mock", "DATABASE_URL", address))) {
            checkState(server.http(), then);
            passed(
                    CommandProcess.run(home, "restore", file.toString(), "--replace", "--database-url", address),
                    4,
                    "Servers of MnemoLite are connected");
        }
    }

    @Test
    void backup_withoutAServer_isProvenAndOlderOnesGo() throws IOException {
        Path home = directory.resolve("home");
        passed(CommandProcess.run(home, "backup"), 1, "There are no data in " + home);
        try (PackagedServer server = LocalServers.start(home)) {
            OddEvents.store(server.http());
            server.kill();
        }
        Path kept = Files.createDirectories(directory.resolve("kept"));
        Path old = Files.writeString(kept.resolve("mnemolite-20200101T000000Z.zip"), "old");

        passed(
                CommandProcess.run(home, "backup", "--verify", "--keep", "1", "--directory", kept.toString()),
                0,
                "table event",
                "The backup is proven.",
                "Deleted " + old);

        assertThat(old).doesNotExist();
        assertThat(files(kept, ".zip")).hasSize(1);
        Path file = files(kept, ".zip").getFirst();
        assertThat(files(kept, ".verified")).containsExactly(kept.resolve(file.getFileName() + ".verified"));
        assertThat(home.resolve("scratch")).isEmptyDirectory();
        passed(CommandProcess.run(home, "verify-backup", file.toString()), 0, "The backup is proven.");

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        passed(CommandProcess.run(home, "verify-backup", file.toString()), 1, "FAILED", "is damaged");
        passed(CommandProcess.run(home, "restore", file.toString(), "--replace"), 1, "is damaged");
        try (PackagedServer server = LocalServers.start(home)) {
            assertThat(export(server.http()).lines()).hasSize(OddEvents.count());
        }
    }

    private static void checkState(Http http, String then) {
        CrashAudit.awaitIndex(http);
        assertThat(found(http, "glockenspiel")).isEmpty();
        assertThat(found(http, "xylophone")).hasSize(1);
        assertThat(found(http, "marimba")).hasSize(1);
        assertThat(export(http)).isEqualTo(then);
        CrashAudit.verify(http);
    }

    private static String remember(Http http, String word) {
        return http.post("/v1/events/", "{\"content\":{\"text\":\"the " + word + " sounds\"}}")
                .json()
                .path("id")
                .asText();
    }

    private static List<String> found(Http http, String word) {
        return http.get("/v1/search/?include_embedding=false&mode=lexical&vector_query=" + word)
                .json()
                .path("data")
                .findValuesAsText("id");
    }

    private static String export(Http http) {
        return http.get("/v1/events/export").body();
    }

    private static void passed(Outcome outcome, int exitCode, String... sentences) {
        assertThat(outcome.output()).doesNotContain("\tat ");
        // What stands below a check is wrapped.
        assertThat(outcome.output().replaceAll("\\s+", " ")).contains(sentences);
        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(exitCode);
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }
}
