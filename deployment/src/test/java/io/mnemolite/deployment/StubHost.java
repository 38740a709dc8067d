package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.deployment.backup.Backups;
import io.mnemolite.deployment.balancer.SimulatedHaproxy;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.slot.SlotHome;
import io.mnemolite.deployment.slot.SlotProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host whose servers are {@link StubServer stubs} in processes of their own, and whose HAProxy is simulated; the database
 * is left out.
 */
abstract class StubHost {

    @TempDir
    Path directory = Path.of("");

    final List<String> backups = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final Host host = new Host((at, settings) -> noted(), warnings::add);
    DeploymentRoot root;
    SimulatedHaproxy haproxy;

    @BeforeEach
    void begin() throws IOException {
        root = new DeploymentRoot(directory.resolve("root"));
        Files.createDirectories(root.path());
        Files.writeString(root.settings(), """
                database.url=postgresql://u@127.0.0.1:1/d
                slot.blue.port=%d
                slot.green.port=%d
                start.seconds=20
                warm-up.seconds=0.1
                observation.seconds=0.4
                drain.seconds=2
                """.formatted(freePort(), freePort()));
        root.create(Map.entry("database.url", ""));
        haproxy = new SimulatedHaproxy(root.path().resolve("haproxy.sock"));
    }

    @AfterEach
    void end() throws IOException {
        for (Slot slot : Slot.values()) {
            process(slot).find().forEach(ProcessHandle::destroyForcibly);
        }
        haproxy.close();
    }

    SlotProcess process(Slot slot) {
        return new SlotProcess(new SlotHome(root.slot(slot)), 1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Deployer deployer(Consumer<Entry> listener) {
        return new Deployer(root, host, Clock.systemUTC(), listener);
    }

    private Backups noted() {
        return new Backups() {
            @Override
            public String take(String version) {
                backups.add(version);
                return "noted";
            }

            @Override
            public void copy(Path file) {
                throw new AssertionError("Nothing is tried out here");
            }
        };
    }

    Deployer deployer() {
        return deployer(entry -> {});
    }

    /** @param flags files in the release's folder, which StubServer looks at */
    ReleaseArchive release(String version, String... flags) throws IOException, InterruptedException {
        return archive(
                version,
                "[ \"$1\" = migrate ] && { echo migrated; exit 0; }\n"
                        + "[ \"$3\" = train ] && { mkdir -p \"$2/runtime/aot\" && touch \"$2/runtime/aot/made.aot\"; exit; }\n"
                        + "exec '"
                        + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
                        + System.getProperty("java.class.path")
                        + "' io.mnemolite.deployment.StubServer \"$(dirname \"$0\")/\" \"$@\"\n",
                flags);
    }

    ReleaseArchive archive(String version, String script, String... flags) throws IOException, InterruptedException {
        String name = "mnemolite-" + version;
        Path folder = Files.createDirectories(directory.resolve(name));
        Path launcher = Files.writeString(folder.resolve("mnemolite"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String flag : flags) {
            Files.createFile(folder.resolve(flag));
        }
        Process tar = new ProcessBuilder(
                        "sh",
                        "-c",
                        "cd '" + directory + "' && tar -czf " + name + ".tar.gz " + name + " && sha256sum " + name
                                + ".tar.gz > " + name + ".tar.gz.sha256")
                .start();
        assertThat(tar.waitFor()).isZero();
        return new ReleaseArchive(directory.resolve(name + ".tar.gz"));
    }

    void checkServing(Slot slot) {
        assertThat(process(slot).find()).hasSize(1);
        assertThat(process(slot.other()).find()).isEmpty();
        String stateOfHaproxy = haproxyState();
        assertThat(stateOfHaproxy)
                .contains(slot.lowerName() + " 127.0.0.1 2 0")
                .doesNotContain(slot.other().lowerName() + " 127.0.0.1 2 0");
    }

    private String haproxyState() {
        try {
            return Files.readString(root.haproxyState());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void setStart(int seconds) throws IOException {
        set("start.seconds=20", "start.seconds=" + seconds);
    }

    /** For a window that something else than its end closes. */
    void setObservation(int seconds) throws IOException {
        set("observation.seconds=0.4", "observation.seconds=" + seconds);
    }

    private void set(String before, String after) throws IOException {
        String settings = Files.readString(root.settings());
        assertThat(settings).contains(before);
        Files.writeString(root.settings(), settings.replace(before, after));
    }
}
