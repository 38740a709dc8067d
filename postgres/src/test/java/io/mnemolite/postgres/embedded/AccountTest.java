package io.mnemolite.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {

    @TempDir
    private Path home;

    @Test
    void run_anyProgram_isNotRootAndInheritsNothing() throws Exception {
        Process process =
                choose().run("KILL", List.of("sh", "-c", "id -u; env")).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(output).doesNotStartWith("0\n").contains("LC_ALL=C").doesNotContain("HOME=");
    }

    @Test
    void effectiveUser_isTheOneThatTheSystemNames() throws Exception {
        Process id = new ProcessBuilder("id", "-u").start();

        assertThat(new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(Integer.toString(Account.effectiveUser()));
        assertThat(id.waitFor()).isZero();
    }

    /** Root takes nobody for the other user; anybody else can only be himself. */
    @Test
    void start_dataOfAnotherUser_runsAsThatUser() throws Exception {
        int ourselves = Directories.owner(home);
        int user = ourselves == 0 ? 65_534 : ourselves;
        Directories.setMode(home, 0711);
        Directories.give(Files.createDirectory(home.resolve("postgres")), user, Directories.group(home));

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(
                EmbeddedPostgresSettings.of(home.resolve("postgres"), home.resolve("runtime"), home.resolve("logs")))) {
            assertThat(Directories.owner(Path.of("/proc/" + postgres.pid()))).isEqualTo(user);
            assertThat(Directories.owner(home.resolve("postgres/data"))).isEqualTo(user);
        }
    }

    private Account choose() throws IOException {
        Files.createDirectories(home.resolve("postgres"));
        EmbeddedPostgresSettings settings =
                EmbeddedPostgresSettings.of(home.resolve("postgres"), home.resolve("runtime"), home.resolve("logs"));
        return Account.choose(settings, home.resolve("runtime"));
    }
}
