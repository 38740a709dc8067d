package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    private String archive() throws IOException, InterruptedException {
        Files.createDirectories(directory.resolve("mnemolite-2.0.0"));
        Path archive = directory.resolve("any.tar.gz");
        Process tar = new ProcessBuilder(
                        "tar", "-C", directory.toString(), "-czf", archive.toString(), "mnemolite-2.0.0")
                .start();
        assertThat(tar.waitFor()).isZero();
        return archive.toString();
    }

    @Test
    void deploy_withoutADirectory_namesBothWays() throws IOException, InterruptedException {
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
    void apply_firstWithoutADatabase_saysWhereToNameIt() throws IOException, InterruptedException {
        Result result = deploy("apply", archive());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("DATABASE_URL").contains("--database-home DIRECTORY");
        assertThat(root()).doesNotExist();
    }

    @Test
    void apply_dryRunOfTheFirst_listsTheStepsAndMakesNothing() throws IOException, InterruptedException {
        Result result = deploy("apply", "--dry-run", archive());

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines())
                .hasSize(12)
                .contains("train: make the cache of loaded classes that its starts use (2.0.0, blue)")
                .first()
                .isEqualTo("unpack: compare the archive with its checksum and unpack it (2.0.0, blue)");
        assertThat(root()).doesNotExist();
    }

    @Test
    void dryRun_afterAKilledApply_undoesItFirst() throws IOException, InterruptedException {
        settings("database.url=postgresql://u@127.0.0.1:1/d");
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
    }

    @Test
    void apply_withoutHaproxy_saysWhatToStart() throws IOException, InterruptedException {
        settings("database.url=postgresql://u@127.0.0.1:1/d");

        Result result = deploy("apply", archive());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("HAProxy does not answer at " + root().resolve("haproxy.sock"));
        assertThat(root().resolve("journal.jsonl")).doesNotExist();
    }

    @Test
    void apply_whileAnotherIsUnderWay_isBusy() throws IOException, InterruptedException {
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
    void commands_ofADirectoryThatIsNone_sayHowToBegin() throws IOException, InterruptedException {
        assertThat(deploy("rollback").err()).contains("There is no deployment at " + root());
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
