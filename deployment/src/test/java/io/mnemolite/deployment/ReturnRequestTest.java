package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.backup.StoreBackups;
import io.mnemolite.deployment.balancer.SimulatedHaproxy;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import io.mnemolite.deployment.root.DeploymentRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file by which a rollback breaks off what another process applies. */
class ReturnRequestTest {

    @TempDir
    Path directory;

    private DeploymentRoot root;
    private SimulatedHaproxy haproxy;
    private Deployer deployer;

    @BeforeEach
    void begin() throws IOException {
        root = new DeploymentRoot(directory.resolve("root"));
        root.create(Map.entry("database.url", "postgresql://u@127.0.0.1:1/d"));
        haproxy = new SimulatedHaproxy(root.path().resolve("haproxy.sock"));
        Host host = new Host(StoreBackups::new, warning -> {});
        deployer = new Deployer(root, host, Clock.systemUTC(), entry -> {});
    }

    @AfterEach
    void end() throws IOException {
        haproxy.close();
    }

    /** Without the request the other process would go on, and this one wait for minutes. */
    @Test
    void rollback_folderInPlaceOfTheRequest_isSaidAtOnce() throws IOException {
        Files.createDirectory(root.returnRequest());
        try (DeploymentLock _ = DeploymentLock.take(root.lock()).orElseThrow()) {
            assertThatThrownBy(deployer::rollback)
                    .isInstanceOfSatisfying(
                            DeploymentFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.FAILED))
                    .hasMessageStartingWith("The file " + root.returnRequest() + " cannot be written (");
        }
        assertThat(root.journal()).doesNotExist();
    }

    /** A request that stays would break off every apply. */
    @Test
    void rollback_requestThatCannotBeDeleted_isSaidAndFreesTheLock() throws IOException {
        Path inside =
                Files.createFile(Files.createDirectory(root.returnRequest()).resolve("file"));

        assertThatThrownBy(deployer::rollback)
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("The file " + root.returnRequest() + " cannot be deleted (");
        assertThat(root.journal()).doesNotExist();

        Files.delete(inside);
        assertThatThrownBy(deployer::rollback).hasMessageStartingWith("Nothing serves at " + root.path());
        assertThat(root.returnRequest()).doesNotExist();
    }
}
