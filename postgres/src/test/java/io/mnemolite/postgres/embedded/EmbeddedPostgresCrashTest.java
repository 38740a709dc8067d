package io.mnemolite.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.postgres.embedded.EmbeddedPostgresSettings.Durability;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process leaves behind, and what the next start makes of it. */
class EmbeddedPostgresCrashTest {

    @TempDir
    private Path home;

    private EmbeddedPostgresSettings settings;

    @BeforeEach
    void chooseDirectories() {
        settings = EmbeddedPostgresSettings.of(
                        home.resolve("postgres"), TestPostgres.runtimeDirectory(), home.resolve("logs"))
                .withDurability(Durability.THROWAWAY_FOR_TESTS);
    }

    @Test
    void ourProcessKilled_postgresEndsAndTheNextStartHasTheData() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            EmbeddedPostgresTest.execute(postgres, "create table note as select 7 as value");
        }
        Process process = EmbeddedPostgresProcess.start(settings);
        ProcessHandle postmaster = ProcessHandle.of(firstNumber(process)).orElseThrow();

        process.destroyForcibly();

        Await.until("PostgreSQL has ended", () -> !postmaster.isAlive());
        assertStartsWithNote();
    }

    @Test
    void ourProcessEndsWithoutClose_postgresEnds() throws Exception {
        Process process = EmbeddedPostgresProcess.start(settings);
        ProcessHandle postmaster = ProcessHandle.of(firstNumber(process)).orElseThrow();

        process.getOutputStream().close();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        Await.until("PostgreSQL has ended", () -> !postmaster.isAlive());
    }

    @Test
    void ourProcessKilledWhileItMakesTheData_nextStartMakesThemAnew() throws Exception {
        Process process = EmbeddedPostgresProcess.start(settings);
        Await.until("the data are being made", () -> !unfinished().isEmpty());

        process.destroyForcibly().waitFor();

        assertThat(home.resolve("postgres/data")).doesNotExist();
        EmbeddedPostgres.start(settings).close();
        assertThat(unfinished()).isEmpty();
    }

    /** Wherever in its start the process is killed: the seed chooses the moments. */
    @Test
    void ourProcessKilledAtAnyMoment_nextStartWorks() throws Exception {
        long seed = System.nanoTime();
        System.out.println("ourProcessKilledAtAnyMoment_nextStartWorks seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            Process process = EmbeddedPostgresProcess.start(settings);
            // The moment itself is what the test varies; nothing is waited for.
            process.waitFor(random.nextInt(2_000), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThat(EmbeddedPostgresTest.query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void postgresWithoutParentFound_isStoppedNotAdopted() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            EmbeddedPostgresTest.execute(postgres, "create table note as select 7 as value");
        }
        Path programs = settings.binaries().unpackInto(settings.runtimeDirectory());
        Path cluster = settings.dataDirectory().resolve("data");
        Process orphan = Account.choose(settings, programs)
                .run("clear", ServerOptions.commandLine(settings, programs, cluster, FreePort.find()))
                .start();
        Await.until(
                "the orphan is ready",
                () -> PostmasterFile.read(cluster).filter(PostmasterFile::ready).isPresent());

        assertStartsWithNote();
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void processIdInTheFileGivenToAnotherProgram_startsAndLeavesThatOneAlone() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            EmbeddedPostgresTest.execute(postgres, "create table note as select 7 as value");
        }
        Process other = new ProcessBuilder("tail", "-f", "/dev/null").start();
        try {
            Files.writeString(
                    settings.dataDirectory().resolve("data/postmaster.pid"),
                    other.pid() + "\n/data\n1700000000\n20000\n\n127.0.0.1\n  1  1\nready   \n");
            assertStartsWithNote();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    private void assertStartsWithNote() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThat(EmbeddedPostgresTest.query(postgres, "select value from note"))
                    .isEqualTo("7");
        }
    }

    private List<Path> unfinished() throws IOException {
        if (!Files.exists(settings.dataDirectory())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(settings.dataDirectory())) {
            return entries.filter(path -> path.getFileName().toString().startsWith("data.new"))
                    .toList();
        }
    }

    private static long firstNumber(Process process) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String line = reader.readLine();
        assertThat(line).as("the process id of PostgreSQL").isNotNull();
        return Long.parseLong(line);
    }
}
