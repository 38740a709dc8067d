package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mnemolite.cli.CommandLineRun.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy} refuses and what its dry runs say, without HAProxy and without a database. */
class DeployTest {

    private static final String LINE = "{\"at\":\"2026-01-31T12:00:00Z\",\"deployment\":\"%s\",\"mode\":\"apply\","
            + "\"release\":\"%s\",\"slot\":\"blue\",\"step\":\"%s\",\"state\":\"%s\"}%n";

    @TempDir
    Path directory = Path.of("");

    private Path root() {
        return directory.resolve("root");
    }

    private Result deploy(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "deploy";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new CommandLineRun(directory)
                .with("MNEMOLITE_DEPLOYMENT", root().toString())
                .run(all);
    }

    private void settings(String text) throws IOException {
        Files.createDirectories(root());
        Files.writeString(root().resolve("deployment.properties"), text);
    }

    private String archive() throws Exception {
        Files.createDirectories(directory.resolve("mnemolite-2.0.0"));
        Path archive = directory.resolve("any.tar.gz");
        Process tar = new ProcessBuilder(
                        "tar", "-C", directory.toString(), "-czf", archive.toString(), "mnemolite-2.0.0")
                .start();
        assertThat(tar.waitFor()).isZero();
        String checksum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive)));
        Files.writeString(directory.resolve("any.tar.gz.sha256"), checksum + "\n");
        return archive.toString();
    }

    /** An HAProxy that says where requests go, and takes no command. */
    private static final class StillHaproxy implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        StillHaproxy() throws IOException {
            Thread.ofVirtual().start(this::serve);
        }

        String settings() {
            return "database.url=postgresql://u@127.0.0.1:1/d\nhaproxy.socket=127.0.0.1:" + socket.getLocalPort()
                    + "\n";
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    // What is left unread when a connection closes resets it.
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine();
                    client.getOutputStream()
                            .write("1\n# srv_name srv_admin_state\nblue 0\ngreen 8\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // The test is over, or the client is.
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void deploy_withoutADirectory_namesBothWays() throws Exception {
        Result result = new CommandLineRun(directory).run("deploy", "apply", archive());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--root DIRECTORY, or in MNEMOLITE_DEPLOYMENT");
    }

    @Test
    void apply_noArchive_isWrongUsage() {
        Result result = deploy("apply", "nowhere.tar.gz");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("There is no archive nowhere.tar.gz.");
    }

    @Test
    void apply_firstWithoutADatabase_saysWhereToNameIt() throws Exception {
        Result result = deploy("apply", archive());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("DATABASE_URL").contains("--database-home DIRECTORY");
        assertThat(root()).doesNotExist();
    }

    @Test
    void apply_dryRunOfTheFirst_listsTheStepsAndMakesNothing() throws Exception {
        Result refused = deploy("apply", "--dry-run", archive());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("DATABASE_URL").contains("--database-home DIRECTORY");

        Result result = deploy("apply", "--dry-run", "--database-home", directory.toString(), archive());

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines())
                .hasSize(13)
                .contains("train: make the cache of loaded classes that its starts use (2.0.0, blue)")
                .startsWith(
                        "make " + root() + " with its settings",
                        "unpack: compare the archive with its checksum and unpack it (2.0.0, blue)");
        assertThat(root()).doesNotExist();
    }

    @Test
    void dryRun_afterAKilledApply_undoesItFirst() throws Exception {
        try (StillHaproxy haproxy = new StillHaproxy()) {
            settings(haproxy.settings());
            Path journal = root().resolve("journal.jsonl");
            Files.writeString(journal, LINE.formatted("a", "1.0.0", "start", "started"));

            assertThat(deploy("apply", "--dry-run", archive()).out())
                    .startsWith("undo the apply of release 1.0.0, which was left unfinished\nunpack:");
            assertThat(deploy("rollback", "--dry-run").out())
                    .isEqualTo("undo the apply of release 1.0.0, which was left unfinished\n");

            Files.writeString(journal, LINE.formatted("a", "1.0.0", "switch", "done"));
            assertThat(deploy("apply", "--dry-run", archive()).out())
                    .startsWith("finish the apply of release 1.0.0, which was left unfinished\n")
                    .contains("(2.0.0, green)");
            assertThat(deploy("start", "--dry-run").out())
                    .startsWith(
                            "finish the apply of release 1.0.0, which was left unfinished\nstart: start the release")
                    .contains("(1.0.0, blue)");
            assertThat(root().resolve("deployment.lock")).doesNotExist();
        }
    }

    @Test
    void dryRun_asJson_isOneDocument() throws Exception {
        try (StillHaproxy haproxy = new StillHaproxy()) {
            settings(haproxy.settings());
            JsonNode apply = json(deploy("apply", "--dry-run", "--json", archive()));
            assertThat(apply.path("mode").asText()).isEqualTo("apply");
            assertThat(apply.path("dry_run").asBoolean()).isTrue();
            assertThat(apply.path("steps")).hasSize(12);
            assertThat(json(deploy("test", "--dry-run", "--json", archive())).path("steps"))
                    .hasSize(5);
        }
    }

    @Test
    void failure_asJson_isOneDocumentToo() throws Exception {
        settings("database.url=postgresql://u@127.0.0.1:1/d");
        String archive = archive();
        for (String[] arguments : new String[][] {
            {"benchmark", "--json", archive},
            {"benchmark", "--json", "--dry-run", archive}
        }) {
            Result result = deploy(arguments);

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("there is nothing to compare 2.0.0 with");
            JsonNode report = json(result);
            assertThat(report.path("mode").asText()).isEqualTo("benchmark");
            assertThat(report.path("error").asText()).contains("there is nothing to compare 2.0.0 with");
            assertThat(report.path("exit_code").asInt()).isEqualTo(2);
        }
        JsonNode start = json(deploy("start", "--json"));
        assertThat(start.path("mode").asText()).isEqualTo("start");
        assertThat(start.path("error").asText()).contains("HAProxy does not answer");
    }

    /** What was found before a trial failed is told as well. */
    @Test
    void test_archiveThatIsNotWhole_isJournaledAndToldAsJson() throws Exception {
        settings("database.url=postgresql://u@127.0.0.1:1/d");
        String archive = archive();
        Files.writeString(directory.resolve("any.tar.gz.sha256"), "0000\n");

        assertThat(deploy("test", "--dry-run", archive).exitCode()).isEqualTo(1);
        assertThat(root().resolve("journal.jsonl")).doesNotExist();
        Result result = deploy("test", "--json", archive);

        assertThat(result.exitCode()).isEqualTo(1);
        JsonNode report = json(result);
        assertThat(report.path("release").asText()).isEqualTo("2.0.0");
        assertThat(report.path("results")).isEmpty();
        assertThat(report.path("error").asText()).contains("has the SHA-256");
        assertThat(Files.readAllLines(root().resolve("journal.jsonl")))
                .hasSize(2)
                .allMatch(line -> line.contains("\"mode\":\"test\",\"release\":\"2.0.0\""));
    }

    private static JsonNode json(Result result) throws IOException {
        assertThat(result.out().lines()).hasSize(1);
        return new JsonMapper().readTree(result.out());
    }

    @Test
    void apply_withoutHaproxy_saysWhatToStart() throws Exception {
        settings("database.url=postgresql://u@127.0.0.1:1/d");

        Result result = deploy("apply", archive());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("HAProxy does not answer at " + root().resolve("haproxy.sock"));
        assertThat(root().resolve("journal.jsonl")).doesNotExist();
    }

    @Test
    void apply_whileAnotherIsUnderWay_isBusy() throws Exception {
        settings("database.url=postgresql://u@127.0.0.1:1/d");
        try (FileChannel channel = FileChannel.open(
                        root().resolve("deployment.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            Result result = deploy("apply", archive());

            assertThat(result.exitCode()).isEqualTo(7);
            assertThat(result.err()).contains("Another deployment is under way at " + root());
            assertThat(deploy("test", archive()).exitCode()).isEqualTo(7);
        }
    }

    @Test
    void commands_ofADirectoryThatIsNone_sayHowToBegin() throws Exception {
        assertThat(deploy("rollback").err()).contains("There is no deployment at " + root());
        assertThat(deploy("start").err()).contains("There is no deployment at " + root());
        assertThat(deploy("test", archive()).err()).contains("begin with: mnemolite deploy apply ARCHIVE");
        assertThat(deploy("benchmark", "--pairs", "1", archive()).err()).contains("--pairs takes 2 or more");
    }

    @Test
    void migrate_withoutADatabase_isWrongUsage() {
        Result result = new CommandLineRun(directory).run("migrate");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("Name the database in DATABASE_URL");
    }
}
