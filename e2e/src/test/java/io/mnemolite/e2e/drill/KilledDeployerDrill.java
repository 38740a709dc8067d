package io.mnemolite.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** kill -9 of the deployer within each step of each mode: the service answers on, and the next run finishes or undoes. */
class KilledDeployerDrill extends HostUnderTraffic {

    /** A step may be over sooner than its process can be killed. */
    private static final int ATTEMPTS = 6;

    private static final List<String> BEFORE_THE_SWITCH = List.of(
            "unpack", "back_up", "migrate", "train", "prepare", "start", "health", "catch_up", "warm_up", "switch");
    private static final List<String> AFTER_THE_SWITCH = List.of("observe", "retire");
    private static final List<String> OF_A_ROLLBACK =
            List.of("prepare", "start", "health", "catch_up", "switch", "retire");

    @Test
    void deployer_killedAtEveryStepOfAnApply_noRequestFails() {
        for (String step : BEFORE_THE_SWITCH) {
            killAt(step, this::goBack, "apply", second.toString());
            goBack();
        }
        for (String step : AFTER_THE_SWITCH) {
            killAt(step, this::goBack, "apply", second.toString());
            // Finished by the next run, which then has nothing else to do.
            goForth();
            goBack();
        }
        checkTraffic();
        checkRate();
    }

    /** Each undoes what the one before it left, and is killed a step later. */
    @Test
    void deployer_killedAtEveryStepOfARollback_noRequestFails() {
        goForth();
        for (String step : OF_A_ROLLBACK) {
            killAt(
                    step,
                    () -> {
                        goBack();
                        goForth();
                    },
                    "rollback");
        }
        goBack();
        checkTraffic();
        checkRate();
    }

    /** A rollback breaks an apply off, whose process dies while it goes back; the rollback's own does that then. */
    @Test
    void deployer_killedWhileItGoesBack_noRequestFails() {
        for (String step : List.of("return", "discard")) {
            long since = host.journalSize();
            DrillHost.Run apply = host.deploy("apply", second.toString());
            Steps.await(host, apply, "observe", since, PATIENCE);
            DrillHost.Run rollback = host.deploy("rollback");
            Steps.await(host, apply, step, since, PATIENCE);
            apply.kill();
            System.out.println("Killed at: " + host.journal().getLast());
            assertThat(rollback.await()).as(rollback.text()).isZero();
            assertThat(rollback.text()).contains("Release 1.0.0 serves");
        }
        checkTraffic();
        checkRate();
    }

    private void goBack() {
        assertThat(host.deployed(0, "rollback")).contains("Release 1.0.0 serves");
    }

    private void goForth() {
        assertThat(host.deployed(0, "apply", second.toString())).contains("Release 1.1.0 serves");
    }

    /**
     * The deployer dies within the step.
     *
     * @param again what makes it as it was, when the step was over sooner
     */
    private void killAt(String step, Runnable again, String... command) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            long since = host.journalSize();
            DrillHost.Run run = host.deploy(command);
            Steps.await(host, run, step, since, PATIENCE);
            run.kill();
            String last = host.journal().getLast();
            System.out.println("Killed at: " + last);
            // The end of a step that takes no time is as good a moment.
            if (last.contains("\"step\":\"" + step + "\"")) {
                return;
            }
            again.run();
        }
        throw new AssertionError("The deployer could not be killed within " + step);
    }
}
