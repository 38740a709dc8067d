package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mnemolite.deployment.backup.Backups;
import io.mnemolite.deployment.backup.StoreBackups;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.slot.SlotHome;
import io.mnemolite.deployment.slot.SlotProcess;
import io.mnemolite.deployment.slot.WaitingLauncher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything is tried out. */
class TrialsTest {

    @TempDir
    Path directory;

    private final List<String> results = new ArrayList<>();
    private DeploymentRoot root;
    private Host host;
    private Trials trials;
    private ReleaseArchive archive;

    @BeforeEach
    void begin() throws IOException {
        root = new DeploymentRoot(directory.resolve("root"));
        root.create(Map.entry("database.url", "postgresql://u@127.0.0.1:1/d"));
        host = new Host(StoreBackups::new, results::add);
        trials = new Trials(root, host, Clock.systemUTC(), finding -> results.add(finding.toString()));
        archive = new ReleaseArchive(directory.resolve("mnemolite-1.1.0.tar.gz"));
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive.file())))) {
            tar.putArchiveEntry(new TarArchiveEntry("mnemolite-1.1.0/"));
            tar.closeArchiveEntry();
        }
    }

    private void checkBusy(ThrowingCallable work, String sentences) {
        DeploymentFailure failure = catchThrowableOfType(DeploymentFailure.class, work);
        assertThat(failure).hasMessage("Another deployment is under way at " + root.path() + ". " + sentences);
        assertThat(failure.kind()).isEqualTo(Kind.BUSY);
    }

    @Test
    void anotherProcessDeploys_allButARollbackIsRefused() {
        Deployer deployer = new Deployer(root, host, Clock.systemUTC(), entry -> {});
        try (DeploymentLock _ = DeploymentLock.take(root.lock()).orElseThrow()) {
            checkBusy(() -> trials.test(archive), "Wait for its end.");
            checkBusy(() -> trials.benchmark(archive, 2, Duration.ZERO), "Wait for its end.");
            checkBusy(() -> deployer.apply(archive), "Wait for its end, or break it off: mnemolite deploy rollback.");
        }
        assertThat(results).isEmpty();
        assertThat(root.journal()).doesNotExist();
    }

    @Test
    void benchmark_nothingServes_isRefusedAndFreesTheLock() {
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> trials.benchmark(archive, 2, Duration.ZERO))
                    .isInstanceOf(DeploymentFailure.class)
                    .hasMessage(
                            "Nothing serves at " + root.path() + " yet, so there is nothing to compare 1.1.0 with.");
        }
        assertThat(root.trial()).isEmptyDirectory();
    }

    @Test
    void test_archiveWithoutItsChecksum_isRefusedBeforeTheDataAreRead() throws IOException {
        assertThatThrownBy(() -> trials.test(archive))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("There is no checksum " + archive.file() + ".sha256; put the one that came with "
                        + archive.file().getFileName() + " there.");
        assertThat(root.trial()).isEmptyDirectory();
        assertThat(root.releases()).isEmptyDirectory();
        assertThat(notes()).containsExactly("test 1.1.0 started ", "test 1.1.0 failed There is no checksum");
    }

    /** Mode, release, state and the begin of the outcome. */
    private List<String> notes() throws IOException {
        List<String> notes = new ArrayList<>();
        for (String line : Files.readAllLines(root.journal())) {
            JsonNode note = new JsonMapper().readTree(line);
            notes.add(note.path("mode").asText() + " " + note.path("release").asText() + " "
                    + note.path("state").asText() + " "
                    + note.path("detail").asText().replaceFirst("(There is no checksum).*", "$1"));
        }
        return notes;
    }

    /** Of a trial that was killed the journal holds its begin alone, and the host its server and its copy of the data. */
    @Test
    void test_afterOneThatWasKilled_endsWhatItLeftAndGoesOn() throws IOException {
        Files.writeString(
                root.journal(),
                "{\"at\":\"2026-01-31T12:00:00Z\",\"deployment\":\"a\",\"mode\":\"test\",\"release\":\"1.0.9\","
                        + "\"state\":\"started\"}\n");
        SlotHome home = new SlotHome(root.trial().resolve("old"));
        home.configure("1.0.0", root.serverSettings(), Map.of());
        SlotProcess process = new SlotProcess(home, 1);
        process.start(WaitingLauncher.make(directory.resolve("1.0.0")));
        ProcessHandle left = WaitingLauncher.await(process);
        Files.writeString(root.trial().resolve("backup.zip"), "everything");
        Files.createDirectories(root.scratch().resolve("trial/scratch-1"));

        assertThatThrownBy(() -> trials.test(archive)).hasMessageStartingWith("There is no checksum");

        assertThat(left.isAlive()).isFalse();
        assertThat(root.trial()).isEmptyDirectory();
        assertThat(root.scratch()).isEmptyDirectory();
        assertThat(notes())
                .containsExactly(
                        "test 1.0.9 started ", "test 1.1.0 started ", "test 1.1.0 failed There is no checksum");
    }

    /** It is a copy of everything that is stored. */
    @Test
    void test_databaseThatDoesNotAnswer_leavesNoCopyBehind() throws Exception {
        String checksum = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive.file())));
        Files.writeString(archive.file().resolveSibling(archive.file().getFileName() + ".sha256"), checksum + "\n");
        host = new Host(
                (_, _) -> new Backups() {
                    @Override
                    public String take(String version) {
                        throw new AssertionError("A trial takes no backup of its own");
                    }

                    @Override
                    public void copy(Path file) {
                        try {
                            Files.writeString(file, "no backup");
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                },
                results::add);
        Files.createFile(root.scratch());

        assertThatThrownBy(() ->
                        new Trials(root, host, Clock.systemUTC(), finding -> results.add(finding.name())).test(archive))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("A scratch database cannot be made in ");

        assertThat(results).containsExactly("archive");
        assertThat(root.trial()).isEmptyDirectory();
    }
}
