package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mnemolite.deployment.backup.Backups;
import io.mnemolite.deployment.balancer.SimulatedHaproxy;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.plan.Entry.State;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.FileWrites;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployer with real processes and files; the servers and HAProxy are simulated, and the database is left out. */
class DeployerTest {

    @TempDir
    Path directory = Path.of("");

    private final List<String> backups = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private DeploymentRoot root;
    private SimulatedHaproxy haproxy;

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

    private SlotProcess process(Slot slot) {
        return new SlotProcess(new SlotHome(root.slot(slot)), 1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Deployer deployer(Consumer<Entry> listener) {
        Backups noted = new Backups() {
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
        Host host = new Host((at, settings) -> noted, warnings::add);
        return new Deployer(root, host, Clock.systemUTC(), listener);
    }

    private Deployer deployer() {
        return deployer(entry -> {});
    }

    /** @param flags files in the release's folder, which StubServer looks at */
    private ReleaseArchive release(String version, String... flags) throws IOException, InterruptedException {
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

    private ReleaseArchive archive(String version, String script, String... flags)
            throws IOException, InterruptedException {
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

    private void checkServing(Slot slot) {
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

    @Test
    void apply_oneAfterAnother_endsInTheOtherSlotWithTheIndexOfTheFirst() throws Exception {
        Outcome first = deployer().apply(release("1.0.0"));

        assertThat(first.serving()).isEqualTo(new Serving("1.0.0", Slot.BLUE));
        checkServing(Slot.BLUE);
        assertThat(root.slot(Slot.BLUE).resolve("mnemolite.properties"))
                .content()
                .contains("database.url=postgresql://u@127.0.0.1:1/d");

        List<String> steps = new ArrayList<>();
        Outcome second = deployer(entry -> {
                    if (entry.state() == State.DONE) {
                        steps.add(entry.step().lowerName() + ": " + entry.detail());
                    }
                })
                .apply(release("1.1.0"));

        assertThat(second.serving()).isEqualTo(new Serving("1.1.0", Slot.GREEN));
        assertThat(second.changed()).isTrue();
        checkServing(Slot.GREEN);
        assertThat(root.slot(Slot.GREEN).resolve("runtime/aot"))
                .as("the cache of loaded classes is the release's")
                .isSymbolicLink()
                .isDirectoryContaining("glob:**made.aot");
        assertThat(steps).contains("migrate: migrated", "train: ", "prepare: 1 files of the live index linked");
        assertThat(backups).containsExactly("1.0.0", "1.1.0");
    }

    @Test
    void apply_ofWhatServes_doesNothingButStartsWhatIsDead() throws Exception {
        ReleaseArchive release = release("1.0.0");
        deployer().apply(release);
        long pid = process(Slot.BLUE).find().getFirst().pid();

        assertThat(deployer().apply(release)).isEqualTo(new Outcome(new Serving("1.0.0", Slot.BLUE), false, 0));
        assertThat(process(Slot.BLUE).find().getFirst().pid()).isEqualTo(pid);

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        ProcessHandle.of(pid).map(ProcessHandle::onExit).ifPresent(CompletableFuture::join);
        assertThat(deployer().apply(release).changed()).isFalse();
        checkServing(Slot.BLUE);
    }

    @Test
    void rollback_afterAnApply_startsTheFirstAgainAndIsDoneOnce() throws Exception {
        deployer().apply(release("1.0.0"));
        deployer().apply(release("1.1.0"));

        assertThat(deployer().rollback().serving()).isEqualTo(new Serving("1.0.0", Slot.BLUE));
        checkServing(Slot.BLUE);

        assertThat(deployer().rollback().changed()).isFalse();
        checkServing(Slot.BLUE);
    }

    @Test
    void rollback_newReleaseIsDead_bringsTheFirstBack() throws Exception {
        deployer().apply(release("1.0.0"));
        deployer().apply(release("1.1.0"));
        process(Slot.GREEN).find().forEach(ProcessHandle::destroyForcibly);

        assertThat(deployer().rollback().serving()).isEqualTo(new Serving("1.0.0", Slot.BLUE));
        checkServing(Slot.BLUE);
    }

    @Test
    void rollback_withinTheWindow_breaksTheApplyOff() throws Exception {
        deployer().apply(release("1.0.0"));
        setObservation(60);
        ReleaseArchive second = release("1.1.0");
        CountDownLatch observed = new CountDownLatch(1);
        CompletableFuture<Outcome> apply = CompletableFuture.supplyAsync(() -> deployer(entry -> {
                    if (entry.step() == Step.OBSERVE) {
                        observed.countDown();
                    }
                })
                .apply(second));
        observed.await();

        Outcome outcome = deployer().rollback();

        assertThat(outcome.serving()).isEqualTo(new Serving("1.0.0", Slot.BLUE));
        checkServing(Slot.BLUE);
        assertThatThrownBy(apply::join)
                .hasRootCauseInstanceOf(DeploymentFailure.class)
                .hasMessageContaining("Release 1.1.0 was given up: A rollback was asked for.");
        assertThat(root.returnRequest()).doesNotExist();
    }

    /** As long as something serves, requests have somewhere to go, whenever the deployer dies and whatever it had done. */
    @Test
    void rollback_deployerDiedWithinAStep_requestsAlwaysHaveASlot() throws Exception {
        deployer().apply(release("1.0.0"));
        int before = haproxy.interruptions();
        ReleaseArchive second = release("1.1.0");
        for (Step step : List.of(Step.START, Step.WARM_UP, Step.SWITCH, Step.OBSERVE)) {
            assertThatThrownBy(() -> deployer(entry -> {
                                if (entry.step() == step && entry.state() == State.STARTED) {
                                    throw new SimulatedMachine.Killed();
                                }
                            })
                            .apply(second))
                    .isInstanceOf(SimulatedMachine.Killed.class);

            assertThat(deployer().rollback().serving()).isEqualTo(new Serving("1.0.0", Slot.BLUE));
            checkServing(Slot.BLUE);
            assertThat(haproxy.interruptions()).as("killed within " + step).isEqualTo(before);
        }
    }

    @Test
    void rollback_nothingOrOneRelease_isRefused() throws Exception {
        assertThatThrownBy(() -> deployer().rollback()).hasMessageContaining("Nothing serves at " + root.path());

        deployer().apply(release("1.0.0"));

        assertThatThrownBy(() -> deployer().rollback()).hasMessage("There is no release before 1.0.0 to go back to.");
    }

    private DeploymentFailure givenUp(ReleaseArchive archive) {
        DeploymentFailure failure =
                catchThrowableOfType(DeploymentFailure.class, () -> deployer().apply(archive));
        assertThat(failure.kind()).isEqualTo(Kind.UNDONE);
        assertThat(failure).hasMessageEndingWith("Release 1.0.0 serves in slot blue, as before.");
        checkServing(Slot.BLUE);
        return failure;
    }

    @Test
    void apply_releasesThatMustNotStay_areGivenUp() throws Exception {
        deployer().apply(release("1.0.0"));

        assertThat(givenUp(archive("2.0.0", "[ \"$1\" = migrate ] && exit 0\necho I cannot.\nexit 3\n")))
                .hasMessageContaining("The server ended while it started.")
                .hasMessageContaining("I cannot.");
        assertThat(givenUp(archive("2.1.0", "echo No table.\nexit 1\n")))
                .hasMessageContaining("The migration failed with exit code 1: No table.");
        assertThat(givenUp(release("2.2.0", "slow"))).hasMessageContaining("The p99 is 3");
        setStart(1);
        assertThat(givenUp(release("2.3.0", "ill"))).hasMessageContaining("The server is not healthy after 1 s");
        assertThat(givenUp(release("2.4.0", "mute"))).hasMessageContaining("The server is not up to date after 1 s");
    }

    private void setStart(int seconds) throws IOException {
        set("start.seconds=20", "start.seconds=" + seconds);
    }

    /** For a window that something else than its end closes. */
    private void setObservation(int seconds) throws IOException {
        set("observation.seconds=0.4", "observation.seconds=" + seconds);
    }

    private void set(String before, String after) throws IOException {
        String settings = Files.readString(root.settings());
        assertThat(settings).contains(before);
        Files.writeString(root.settings(), settings.replace(before, after));
    }

    @Test
    void apply_newReleaseDiesInTheWindow_isGivenUp() throws Exception {
        deployer().apply(release("1.0.0"));
        setObservation(60);
        ReleaseArchive second = release("1.1.0");

        DeploymentFailure failure = catchThrowableOfType(
                DeploymentFailure.class,
                () -> deployer(entry -> {
                            if (entry.step() == Step.OBSERVE && entry.state() == State.STARTED) {
                                process(Slot.GREEN).find().forEach(ProcessHandle::destroyForcibly);
                            }
                        })
                        .apply(second));

        assertThat(failure).hasMessageContaining("It does not answer: 3 reads failed.");
        checkServing(Slot.BLUE);
    }

    @Test
    void apply_oldReleaseCannotServeAnyMore_isWarnedOfAndReplaced() throws Exception {
        deployer().apply(release("1.0.0"));
        process(Slot.BLUE).find().forEach(ProcessHandle::destroyForcibly);
        FileWrites.deleteTree(root.releases().resolve("1.0.0"));

        Outcome outcome = deployer().apply(release("1.1.0"));

        assertThat(outcome.serving()).isEqualTo(new Serving("1.1.0", Slot.GREEN));
        assertThat(warnings).singleElement().asString().contains("Release 1.0.0 should serve and cannot");
        checkServing(Slot.GREEN);
    }
}
