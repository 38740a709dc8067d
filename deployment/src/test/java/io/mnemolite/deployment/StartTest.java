package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import io.mnemolite.deployment.plan.Entry.State;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.FileWrites;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What {@code deploy start} does after the machine was off: no server runs, and HAProxy may send requests anywhere. */
class StartTest extends StubHost {

    private void switchMachineOff() {
        for (Slot slot : Slot.values()) {
            for (ProcessHandle handle : process(slot).find()) {
                CompletableFuture<ProcessHandle> end = handle.onExit();
                handle.destroyForcibly();
                end.join();
            }
        }
    }

    private int journalLines() throws IOException {
        return Files.readAllLines(root.journal()).size();
    }

    @Test
    void start_afterTheMachineWasOff_servesAndIsDoneOnce() throws Exception {
        deployer().apply(release("1.0.0"));
        deployer().apply(release("1.1.0"));
        switchMachineOff();
        int before = journalLines();

        Outcome outcome = deployer().start();

        assertThat(outcome.serving()).isEqualTo(new Serving("1.1.0", Slot.GREEN));
        assertThat(outcome.changed()).isTrue();
        assertThat(outcome.switchSeconds()).isPositive();
        checkServing(Slot.GREEN);
        assertThat(Files.readAllLines(root.journal()).subList(before, before + 2))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("\"mode\":\"start\",\"release\":\"1.1.0\",\"state\":\"started\""),
                        line -> assertThat(line)
                                .contains("\"state\":\"done\",\"detail\":\"Release 1.1.0 serves in slot green after "));

        long pid = process(Slot.GREEN).find().getFirst().pid();
        assertThat(deployer().start()).isEqualTo(new Outcome(outcome.serving(), false, 0));
        assertThat(process(Slot.GREEN).find().getFirst().pid()).isEqualTo(pid);
        assertThat(journalLines()).isEqualTo(before + 2);
    }

    /** Within the window, too: nobody can observe a release that does not run any more. */
    @Test
    void start_deployerAndMachineDied_undoesAndStartsTheOldRelease() throws Exception {
        deployer().apply(release("1.0.0"));
        ReleaseArchive second = release("1.1.0");
        for (Step step : List.of(Step.WARM_UP, Step.OBSERVE)) {
            assertThatThrownBy(() -> deployer(entry -> {
                                if (entry.step() == step && entry.state() == State.STARTED) {
                                    throw new SimulatedMachine.Killed();
                                }
                            })
                            .apply(second))
                    .isInstanceOf(SimulatedMachine.Killed.class);
            switchMachineOff();

            assertThat(deployer().start().serving()).isEqualTo(new Serving("1.0.0", Slot.BLUE));

            checkServing(Slot.BLUE);
        }
    }

    @Test
    void start_releaseThatIsGone_failsAndSaysSoInTheJournal() throws Exception {
        deployer().apply(release("1.0.0"));
        switchMachineOff();
        FileWrites.deleteTree(root.releases().resolve("1.0.0"));

        assertThatThrownBy(() -> deployer().start())
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("The release 1.0.0 is not in ");

        assertThat(Files.readAllLines(root.journal()).getLast())
                .contains("\"mode\":\"start\"", "\"state\":\"failed\"", "The release 1.0.0 is not in ");
    }

    /** Its process alone is no service. */
    @Test
    void start_serverThatRunsAndIsIll_fails() throws Exception {
        deployer().apply(release("1.0.0"));
        Files.createFile(root.releases().resolve("1.0.0/ill"));
        setStart(1);

        assertThatThrownBy(() -> deployer().start()).hasMessageStartingWith("The server is not healthy after 1 s");
    }

    @Test
    void start_nothingWasDeployed_isRefused() {
        assertThatThrownBy(() -> deployer().start())
                .isInstanceOfSatisfying(
                        DeploymentFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.INVALID))
                .hasMessageStartingWith("Nothing serves at " + root.path() + " yet");
        assertThat(root.journal()).doesNotExist();
    }
}
