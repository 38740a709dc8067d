package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code backup}, {@code restore}, {@code verify-backup} and {@code database} refuse before any PostgreSQL is asked. */
class StoreCommandsTest {

    @TempDir
    Path home = Path.of("");

    private void refuses(int exitCode, String sentence, String... arguments) {
        refuses(new CommandLineRun(home), exitCode, sentence, arguments);
    }

    private static void refuses(CommandLineRun commands, int exitCode, String sentence, String... arguments) {
        Result result = commands.run(arguments);
        assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void backup_ofAFileWithRulesForADirectory_isWrongUsage() {
        for (String option : new String[] {"--keep=1", "--keep-days=1", "--directory=/tmp"}) {
            refuses(2, "FILE goes without --directory, --keep and --keep-days", "backup", "a.zip", option);
        }
        refuses(2, "take a whole number from 1 on", "backup", "--keep", "0");
        refuses(2, "take a whole number from 1 on", "backup", "--keep-days", "-1");
    }

    @Test
    void backup_whereNoDataAre_saysSoAndMakesNone() {
        refuses(
                1,
                "There are no data in " + home + ".",
                "backup",
                home.resolve("a.zip").toString());
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void databaseUrl_thatIsNone_namesItsSourceAndHidesThePassword() throws IOException {
        String wrong = "mysql://me:secret@127.0.0.1/db";
        String[] backup = {"backup", home.resolve("a.zip").toString()};
        refuses(2, "--database-url is not the address of a PostgreSQL", "backup", "a.zip", "--database-url", wrong);
        refuses(new CommandLineRun(home).with("DATABASE_URL", wrong), 2, "DATABASE_URL is not the address", backup);
        Files.writeString(home.resolve("mnemolite.properties"), "database.url=" + wrong + "\n");
        refuses(2, "database.url in " + home.resolve("mnemolite.properties") + " is not the address", backup);
        assertThat(new CommandLineRun(home).run(backup).err()).doesNotContain("secret");
    }

    @Test
    void database_thatDoesNotAnswer_isAFailure() {
        refuses(
                1,
                "The database cannot be reached at the moment",
                "backup",
                home.resolve("a.zip").toString(),
                "--database-url",
                "postgresql://me:secret@127.0.0.1:9/db");
    }

    @Test
    void restore_ofWhatIsNoBackup_startsNothing() throws IOException {
        Path file = Files.writeString(home.resolve("letter.txt"), "Dear reader,");
        refuses(1, file + " is not a backup of MnemoLite", "restore", file.toString());
        refuses(
                1,
                "There is no file " + home.resolve("none.zip"),
                "restore",
                home.resolve("none.zip").toString());
        assertThat(home.resolve("postgres")).doesNotExist();
        assertThat(home.resolve("server.lock")).doesNotExist();
    }

    @Test
    void database_withoutTheLauncherOrWithAStrangePort_isWrongUsage() {
        refuses(2, "--detach is done by the launcher", "database", "--detach");
        refuses(2, "--port takes a number from 1 to 65535, not 0.", "database", "--port", "0");
    }
}
