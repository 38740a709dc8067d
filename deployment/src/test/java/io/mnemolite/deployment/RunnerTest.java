package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.SimulatedMachine.Killed;
import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.plan.Entry.State;
import io.mnemolite.deployment.plan.History;
import io.mnemolite.deployment.plan.Mode;
import io.mnemolite.deployment.plan.Progress;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way a deployment can be cut short, in memory: one release serves at every moment, and the next run settles. */
class RunnerTest {

    private static final Serving OLD = new Serving("1", Slot.BLUE);

    private final MemoryJournal journal = new MemoryJournal();
    private final SimulatedMachine machine = new SimulatedMachine();
    private boolean returnAsked;
    private int moments;

    private Runner runner() {
        return new Runner(journal, machine, Clock.systemUTC(), () -> returnAsked, entry -> {});
    }

    private static Deployment first() {
        return new Deployment("first", Mode.APPLY, "1", Slot.BLUE, null);
    }

    private static Deployment second(Mode mode) {
        return new Deployment("second", mode, "2", Slot.GREEN, OLD);
    }

    private void serveFirst() {
        assertThat(runner().run(first()).isSwitched()).isTrue();
        assertThat(machine.serving()).isEqualTo("1");
    }

    private void atEachMoment(Consumer<String> action) {
        journal.atEachMoment(action);
        machine.atEachMoment(action);
    }

    /** One release answers at every moment; the deployer dies at the {@code deadly}th, counted from 1. */
    private void watch(int deadly) {
        moments = 0;
        atEachMoment(name -> {
            assertThat(machine.serving()).as(name).isNotNull();
            moments++;
            if (moments == deadly) {
                throw new Killed();
            }
        });
    }

    private boolean survives(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Killed e) {
            return false;
        } finally {
            atEachMoment(name -> assertThat(machine.serving()).as(name).isNotNull());
        }
    }

    private void checkSettled() {
        History history = History.of(journal.read());
        assertThat(history.unfinished()).isEmpty();
        Serving serving = history.serving().orElseThrow();
        assertThat(machine.routed()).isEqualTo(serving.slot());
        assertThat(machine.running()).containsOnlyKeys(serving.slot()).containsValue(serving.release());
        long entries = journal.read().size();
        assertThat(runner().resume()).isEmpty();
        assertThat(journal.read()).hasSize((int) entries);
    }

    @Test
    void run_nothingFails_newReleaseServesAlone() {
        serveFirst();

        assertThat(runner().run(second(Mode.APPLY)).isSwitched()).isTrue();

        assertThat(machine.serving()).isEqualTo("2");
        checkSettled();
        assertThat(History.of(journal.read()).previous()).contains(OLD);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void resume_killedAtAnyTwoMoments_settlesOnOneRelease(Mode mode) {
        for (int deadly = 1; ; deadly++) {
            RunnerTest fresh = new RunnerTest();
            fresh.serveFirst();
            fresh.watch(deadly);
            if (fresh.survives(() -> fresh.runner().run(second(mode)))) {
                assertThat(deadly).isGreaterThan(mode.steps().size() * 4);
                return;
            }
            boolean switched = fresh.lastProgress()
                    .map(progress -> progress.has(Step.SWITCH, State.DONE))
                    .orElse(false);
            boolean began = fresh.lastProgress().isPresent();
            fresh.runner().resume();
            fresh.checkSettled();
            assertThat(fresh.machine.serving())
                    .as("after the kill at %s", deadly)
                    .isEqualTo(switched ? "2" : "1");
            if (began) {
                checkKilledAgain(mode, deadly, switched ? "2" : "1");
            }
        }
    }

    private static void checkKilledAgain(Mode mode, int deadly, String expected) {
        for (int again = 1; ; again++) {
            RunnerTest fresh = new RunnerTest();
            fresh.serveFirst();
            fresh.watch(deadly);
            assertThat(fresh.survives(() -> fresh.runner().run(second(mode)))).isFalse();
            fresh.watch(again);
            if (fresh.survives(() -> fresh.runner().resume())) {
                return;
            }
            fresh.runner().resume();
            fresh.checkSettled();
            assertThat(fresh.machine.serving()).isEqualTo(expected);
        }
    }

    private Optional<Progress> lastProgress() {
        return History.of(journal.read()).deployments().stream()
                .filter(progress -> progress.deployment().id().equals("second"))
                .findFirst();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"RETIRE", "RETURN", "DISCARD"},
            mode = EnumSource.Mode.EXCLUDE)
    void run_aStepFails_oldReleaseServes(Step step) {
        serveFirst();
        machine.fail(step);
        watch(0);

        Progress ended = runner().run(second(Mode.APPLY));

        assertThat(ended.isGoingBack()).isTrue();
        assertThat(ended.reason()).contains(step + " fails.");
        assertThat(machine.serving()).isEqualTo("1");
        checkSettled();
        assertThat(History.of(journal.read()).previous()).isEmpty();
    }

    /** The deployer dies at any moment of going back. */
    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"RETIRE", "RETURN", "DISCARD"},
            mode = EnumSource.Mode.EXCLUDE)
    void resume_killedWhileItGoesBack_oldReleaseServes(Step step) {
        for (int deadly = 1; ; deadly++) {
            RunnerTest fresh = new RunnerTest();
            fresh.serveFirst();
            fresh.machine.fail(step);
            fresh.watch(deadly);
            if (fresh.survives(() -> fresh.runner().run(second(Mode.APPLY)))) {
                return;
            }
            fresh.runner().resume();
            fresh.checkSettled();
            assertThat(fresh.machine.serving()).isEqualTo("1");
        }
    }

    @Test
    void run_returnFails_newReleaseGoesOnAndTheNextRunReturns() {
        serveFirst();
        machine.fail(Step.OBSERVE);
        machine.fail(Step.RETURN);

        assertThatThrownBy(() -> runner().run(second(Mode.APPLY))).hasMessage("RETURN fails.");

        assertThat(machine.serving()).isEqualTo("2");
        machine.heal();
        runner().resume();
        assertThat(machine.serving()).isEqualTo("1");
        checkSettled();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"RETIRE", "DISCARD"})
    void run_stoppingFails_theNextRunStops(Step step) {
        serveFirst();
        machine.fail(step);
        if (step == Step.DISCARD) {
            machine.fail(Step.HEALTH);
        }

        assertThatThrownBy(() -> runner().run(second(Mode.APPLY))).hasMessage(step + " fails.");

        machine.heal();
        runner().resume();
        assertThat(machine.serving()).isEqualTo(step == Step.RETIRE ? "2" : "1");
        checkSettled();
    }

    @Test
    void run_unforeseenException_isJournaledAsADefectAndUndoneByTheNextRun() {
        serveFirst();
        machine.atEachMoment(name -> {
            if (name.equals("before MIGRATE")) {
                throw new IllegalStateException("Nobody thought of this");
            }
        });

        assertThatThrownBy(() -> runner().run(second(Mode.APPLY)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Nobody thought of this");

        Entry last = journal.read().getLast();
        assertThat(last.step()).isEqualTo(Step.MIGRATE);
        assertThat(last.state()).isEqualTo(State.FAILED);
        assertThat(last.detail()).isEqualTo("A defect: java.lang.IllegalStateException: Nobody thought of this");
        machine.atEachMoment(name -> {});
        assertThat(runner().resume().flatMap(Progress::reason)).contains(last.detail());
        assertThat(machine.serving()).isEqualTo("1");
        checkSettled();
    }

    @Test
    void run_oldReleaseDiesInTheWindowAndObservationFails_itIsStartedBeforeItServes() {
        serveFirst();
        machine.fail(Step.OBSERVE);
        atEachMoment(name -> {
            assertThat(machine.serving()).as(name).isNotNull();
            if (name.equals("before OBSERVE")) {
                machine.kill(Slot.BLUE);
            }
        });

        runner().run(second(Mode.APPLY));

        assertThat(machine.serving()).isEqualTo("1");
        checkSettled();
    }

    @Test
    void abandon_inTheWindow_oldReleaseServes() {
        serveFirst();
        killAt("before OBSERVE");

        runner().abandon("A rollback was asked for.");

        assertThat(machine.serving()).isEqualTo("1");
        checkSettled();
    }

    @Test
    void abandon_whileTheOldOneIsStopped_oldReleaseServes() {
        serveFirst();
        killAt("after RETIRE");
        assertThat(machine.running()).doesNotContainKey(Slot.BLUE);

        runner().abandon("A rollback was asked for.");

        assertThat(machine.serving()).isEqualTo("1");
        checkSettled();
    }

    @Test
    void run_returnAskedBeforeTheSwitch_isUndone() {
        serveFirst();
        returnAsked = true;

        assertThat(runner().run(second(Mode.APPLY)).reason()).contains("A rollback was asked for.");

        returnAsked = false;
        checkSettled();
        assertThat(machine.serving()).isEqualTo("1");
    }

    @Test
    void run_firstDeploymentFails_nothingIsLeft() {
        machine.fail(Step.OBSERVE);

        assertThat(runner().run(first()).isGoingBack()).isTrue();

        assertThat(machine.running()).isEmpty();
        assertThat(History.of(journal.read()).serving()).isEmpty();
    }

    @Test
    void previous_afterARollback_isEmpty() {
        serveFirst();
        runner().run(second(Mode.APPLY));
        runner().run(new Deployment("third", Mode.ROLLBACK, "1", Slot.BLUE, new Serving("2", Slot.GREEN)));

        History history = History.of(journal.read());

        assertThat(history.serving()).contains(OLD);
        assertThat(history.previous()).isEmpty();
    }

    @Test
    void deployments_ofEveryPrefixOfTheJournal_agreeOnWhatServes() {
        serveFirst();
        runner().run(second(Mode.APPLY));
        for (int length = 1; length <= journal.read().size(); length++) {
            History history = History.of(journal.read().subList(0, length));
            Stream<Progress> unfinished = history.deployments().stream().filter(progress -> !progress.isOver());
            assertThat(unfinished.count()).isLessThanOrEqualTo(1);
            @Nullable String expected = expected(length);
            assertThat(history.serving().map(Serving::release).orElse(null)).isEqualTo(expected);
        }
    }

    private @Nullable String expected(int length) {
        return journal.read().subList(0, length).stream()
                .filter(entry -> entry.step() == Step.SWITCH && entry.state() == State.DONE)
                .map(entry -> entry.deployment().release())
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    private void killAt(String place) {
        atEachMoment(name -> {
            if (name.equals(place)) {
                throw new Killed();
            }
        });
        assertThat(survives(() -> runner().run(second(Mode.APPLY)))).isFalse();
    }
}
