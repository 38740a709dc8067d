package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.backup.StoreBackups;
import io.mnemolite.deployment.balancer.Balancer;
import io.mnemolite.deployment.balancer.SimulatedHaproxy;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Mode;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import io.mnemolite.deployment.root.FileWrites;
import io.mnemolite.deployment.slot.ScriptedServer;
import io.mnemolite.deployment.slot.ScriptedServer.Reply;
import io.mnemolite.deployment.slot.SlotServer;
import io.mnemolite.deployment.slot.WaitingLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single steps, where a whole deployment seldom gets. Release 1.0.0 belongs in blue, and answers from this process. */
class HostActionsTest {

    private static final Deployment FIRST = new Deployment("a", Mode.APPLY, "1.0.0", Slot.BLUE, null);
    private static final Deployment SECOND =
            new Deployment("b", Mode.APPLY, "1.1.0", Slot.GREEN, new Serving("1.0.0", Slot.BLUE));

    @TempDir
    Path directory;

    private DeploymentRoot root;
    private SimulatedHaproxy haproxy;
    private ScriptedServer answers;
    private Balancer balancer;
    private Slots slots;
    private HostActions actions;
    private volatile int readiness = 200;

    @BeforeEach
    void begin() throws IOException {
        answers = new ScriptedServer(
                (request, _) -> new Reply(request.startsWith("GET /readiness") ? readiness : 200, "{}"));
        root = new DeploymentRoot(directory.resolve("root"));
        Files.createDirectories(root.path());
        Files.writeString(root.settings(), """
                database.url=postgresql://u@127.0.0.1:1/d
                slot.blue.port=%d
                slot.green.port=1
                start.seconds=20
                drain.seconds=0.1
                """.formatted(answers.port()));
        root.create(Map.entry("database.url", ""));
        haproxy = new SimulatedHaproxy(root.path().resolve("haproxy.sock"));
        DeploymentSettings settings = DeploymentSettings.read(root.settings());
        Host host = new Host(StoreBackups::new, warning -> {});
        slots = new Slots(root, settings, null);
        balancer = host.balancer(root, settings);
        Watch watch = new Watch(settings, slots, balancer, () -> false);
        actions = new HostActions(root, settings, slots, balancer, new StoreBackups(root, settings), watch, null);
        blue().home().configure("1.0.0", root.serverSettings(), Map.of());
        WaitingLauncher.make(root.releases().resolve("1.0.0"));
    }

    @AfterEach
    void end() throws IOException {
        blue().process().find().forEach(ProcessHandle::destroyForcibly);
        slots.close();
        answers.close();
        haproxy.close();
    }

    private SlotServer blue() {
        return slots.of(Slot.BLUE);
    }

    private ProcessHandle startBlue() {
        blue().start(root.releases().resolve("1.0.0/mnemolite"));
        return WaitingLauncher.await(blue().process());
    }

    @Test
    void perform_prepareOfASlotThatIsAFile_isSaidAndLeavesTheLiveIndex() throws IOException {
        Path live = Files.createDirectories(root.slot(Slot.BLUE).resolve("index/events"));
        Files.writeString(live.resolve("segments_1"), "");
        FileWrites.deleteTree(root.slot(Slot.GREEN));
        Files.createFile(root.slot(Slot.GREEN));

        assertThatThrownBy(() -> actions.perform(Step.PREPARE, SECOND))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("The index of the live slot cannot be copied to "
                        + root.slot(Slot.GREEN).resolve("index") + " (");

        assertThat(live).isDirectoryContaining("glob:**segments_1");
    }

    @Test
    void perform_returnOfTheFirstRelease_leavesNobodyToServe() {
        assertThat(actions.perform(Step.RETURN, FIRST)).isEqualTo("nothing served before");

        assertThat(haproxy.commands()).contains("set server mnemolite/blue state maint");
    }

    @Test
    void perform_returnToAReleaseThatIsDead_startsItBeforeItServes() {
        balancer.route(Slot.GREEN);

        assertThat(actions.perform(Step.RETURN, SECOND)).isEqualTo("its server was started again; it knew every write");

        assertThat(blue().process().find()).hasSize(1);
        assertThat(balancer.routed()).contains(Slot.BLUE);
        assertThat(haproxy.interruptions()).isZero();
    }

    /** Behind a transaction of a release that hangs nobody catches up, and going back must not wait for that. */
    @Test
    void perform_returnToAReleaseThatIsBehind_servesAtOnce() {
        ProcessHandle running = startBlue();
        balancer.route(Slot.GREEN);
        readiness = 503;

        assertThat(actions.perform(Step.RETURN, SECOND)).isEqualTo("it was still reading the change log");

        assertThat(blue().process().find()).containsExactly(running);
        assertThat(balancer.routed()).contains(Slot.BLUE);
        assertThat(answers.requests()).containsExactly("GET /readiness?caught_up=true");
    }

    @Test
    void perform_rollbackFromAReleaseThatHangs_doesNotWaitForItsTransactions() throws IOException {
        SlotServer green = slots.of(Slot.GREEN);
        green.home().configure("1.1.0", root.serverSettings(), Map.of());
        WaitingLauncher.make(root.releases().resolve("1.1.0"));
        green.start(root.releases().resolve("1.1.0/mnemolite"));
        ProcessHandle hanging = WaitingLauncher.await(green.process());
        startBlue();
        readiness = 503;
        Deployment rollback = new Deployment("c", Mode.ROLLBACK, "1.0.0", Slot.BLUE, new Serving("1.1.0", Slot.GREEN));

        try {
            assertThat(actions.perform(Step.CATCH_UP, rollback)).isEqualTo("it was still reading the change log");
            assertThat(actions.perform(Step.SWITCH, rollback)).isEqualTo("it was still reading the change log");
        } finally {
            hanging.destroyForcibly();
        }
        assertThat(balancer.routed()).contains(Slot.BLUE);
        assertThat(answers.requests())
                .containsExactly("GET /readiness?caught_up=true", "GET /readiness?caught_up=true");
    }

    /** A HAProxy that is deaf to the command lets its three requests go on. */
    @Test
    void perform_retireWithRequestsThatDoNotEnd_countsThemAndEndsTheServer() {
        ProcessHandle running = startBlue();
        haproxy.deafen();

        assertThat(actions.perform(Step.RETIRE, SECOND)).isEqualTo("3 requests were still under way after 0 s");

        assertThat(running.isAlive()).isFalse();
        assertThat(haproxy.commands())
                .containsSubsequence("set server mnemolite/blue state drain", "set server mnemolite/blue state maint");
    }

    @Test
    void restoreIfPossible_releaseThatIsGone_saysWhyItCannotServe() throws IOException {
        FileWrites.deleteTree(root.releases().resolve("1.0.0"));

        assertThat(actions.restoreIfPossible(new Serving("1.0.0", Slot.BLUE)))
                .isEqualTo(Optional.of("Release 1.0.0 should serve and cannot: The release 1.0.0 is not in "
                        + root.releases() + ": " + root.releases().resolve("1.0.0/mnemolite") + " is missing."));
    }
}
