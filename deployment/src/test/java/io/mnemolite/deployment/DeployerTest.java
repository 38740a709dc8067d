package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import io.mnemolite.deployment.plan.Entry.State;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.FileWrites;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A deployer with real processes and files; the servers and HAProxy are simulated, and the database is left out. */
class DeployerTest extends StubHost {

    @Test
    void apply_oneAfterAnother_endsInTheOtherSlotWithTheIndexOfTheFirst() throws Exception {
        Files.writeString(root.trial().resolve("backup.zip"), "left by a trial that was killed");

        Outcome first = deployer().apply(release("1.0.0"));

        assertThat(root.trial()).isEmptyDirectory();
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
