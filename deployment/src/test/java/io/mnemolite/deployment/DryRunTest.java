package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.plan.Entry.State;
import io.mnemolite.deployment.plan.History;
import io.mnemolite.deployment.plan.Mode;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DryRunTest {

    private static final Serving FIRST_IN_BLUE = new Serving("1.0.0", Slot.BLUE);
    private static final Deployment FIRST = new Deployment("a", Mode.APPLY, "1.0.0", Slot.BLUE, null);
    private static final Deployment SECOND = new Deployment("b", Mode.APPLY, "1.1.0", Slot.GREEN, FIRST_IN_BLUE);

    private final List<Entry> journal = new ArrayList<>();

    /** All its steps until, and with, the last. */
    private void done(Deployment deployment, Step last) {
        for (Step step : deployment.mode().steps()) {
            journal.add(new Entry(Instant.EPOCH, deployment, step, State.STARTED, ""));
            journal.add(new Entry(Instant.EPOCH, deployment, step, State.DONE, ""));
            if (step == last) {
                return;
            }
        }
    }

    private DryRun dryRun() {
        return new DryRun(History.of(journal));
    }

    @Test
    void apply_nothingServes_goesToBlue_allSteps() {
        List<String> lines = dryRun().apply("1.0.0");

        assertThat(lines).hasSameSizeAs(Mode.APPLY.steps()).allMatch(line -> line.endsWith("(1.0.0, blue)"));
        assertThat(lines.getFirst()).startsWith("unpack: ");
        assertThat(lines.getLast()).startsWith("retire: ");
    }

    @Test
    void apply_releaseThatServes_isNothing() {
        done(FIRST, Step.RETIRE);

        assertThat(dryRun().apply("1.0.0")).containsExactly("Release 1.0.0 serves already.");
        assertThat(dryRun().apply("1.1.0")).allMatch(line -> line.endsWith("(1.1.0, green)"));
    }

    @Test
    void apply_afterAKilledOne_undoesOrFinishesItFirst() {
        done(FIRST, Step.RETIRE);
        done(SECOND, Step.WARM_UP);
        assertThat(dryRun().apply("1.2.0"))
                .startsWith("undo the apply of release 1.1.0, which was left unfinished")
                .last()
                .asString()
                .endsWith("(1.2.0, green)");

        journal.clear();
        done(FIRST, Step.RETIRE);
        done(SECOND, Step.SWITCH);
        assertThat(dryRun().apply("1.2.0"))
                .startsWith("finish the apply of release 1.1.0, which was left unfinished")
                .last()
                .asString()
                .endsWith("(1.2.0, blue)");
    }

    @Test
    void rollback_goesToTheReleaseBefore() {
        assertThat(dryRun().rollback()).containsExactly("There is no release to go back to.");
        done(FIRST, Step.RETIRE);
        assertThat(dryRun().rollback()).containsExactly("There is no release to go back to.");
        done(SECOND, Step.RETIRE);

        assertThat(dryRun().rollback())
                .hasSameSizeAs(Mode.ROLLBACK.steps())
                .allMatch(line -> line.endsWith("(1.0.0, blue)"));
    }

    @Test
    void rollback_duringAnApply_isItsUndoing() {
        done(FIRST, Step.RETIRE);
        done(SECOND, Step.SWITCH);

        assertThat(dryRun().rollback()).containsExactly("undo the apply of release 1.1.0, which was left unfinished");
    }

    @Test
    void start_whatServesAlready_isLeftAlone() {
        assertThat(dryRun().start(serving -> false)).containsExactly("Nothing is to serve.");
        done(FIRST, Step.RETIRE);

        assertThat(dryRun().start(FIRST_IN_BLUE::equals)).containsExactly("Release 1.0.0 serves already.");
        assertThat(dryRun().start(serving -> false))
                .hasSize(4)
                .allMatch(line -> line.endsWith(", unless that is so (1.0.0, blue)"));
    }

    @Test
    void start_afterAKilledApply_undoesItFirst() {
        done(FIRST, Step.RETIRE);
        done(SECOND, Step.WARM_UP);

        assertThat(dryRun().start(serving -> true))
                .hasSize(5)
                .startsWith("undo the apply of release 1.1.0, which was left unfinished")
                .last()
                .asString()
                .endsWith("(1.0.0, blue)");
    }
}
