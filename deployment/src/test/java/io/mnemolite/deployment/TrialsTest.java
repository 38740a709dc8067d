package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mnemolite.deployment.backup.StoreBackups;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.DeploymentRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
        trials = new Trials(root, host, results::add);
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
    void test_archiveWithoutItsChecksum_isRefusedBeforeTheDataAreRead() {
        assertThatThrownBy(() -> trials.test(archive))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("There is no checksum " + archive.file() + ".sha256; put the one that came with "
                        + archive.file().getFileName() + " there.");
        assertThat(root.trial()).isEmptyDirectory();
        assertThat(root.releases()).isEmptyDirectory();
    }
}
