package io.mnemolite.deployment;

import io.mnemolite.deployment.plan.History;
import io.mnemolite.deployment.plan.Mode;
import io.mnemolite.deployment.plan.Progress;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a command would do, told from the journal alone. */
record DryRun(History history) {

    /** A line for each thing that {@code apply} would do. */
    List<String> apply(String version) {
        List<String> lines = new ArrayList<>();
        Optional<Serving> serving = settle(lines, false);
        if (serving.filter(now -> now.release().equals(version)).isPresent()) {
            lines.add("Release " + version + " serves already.");
            return lines;
        }
        Slot slot = serving.map(Serving::slot).map(Slot::other).orElse(Slot.BLUE);
        steps(lines, Mode.APPLY, version, slot);
        return lines;
    }

    /** A line for each thing that {@code rollback} would do. */
    List<String> rollback() {
        List<String> lines = new ArrayList<>();
        boolean isApply = history.unfinished()
                .filter(left -> left.deployment().mode() == Mode.APPLY)
                .isPresent();
        Optional<Serving> serving = settle(lines, true);
        if (isApply) {
            return lines;
        }
        if (serving.isEmpty() || history.previous().isEmpty()) {
            lines.add("There is no release to go back to.");
            return lines;
        }
        steps(
                lines,
                Mode.ROLLBACK,
                history.previous().get().release(),
                serving.get().slot().other());
        return lines;
    }

    /**
     * A line for each thing that {@code start} would do.
     *
     * @param serves whether a release serves as it should now
     */
    List<String> start(Predicate<Serving> serves) {
        List<String> lines = new ArrayList<>();
        boolean isSettled = history.unfinished().isEmpty();
        Optional<Serving> serving = settle(lines, false);
        if (serving.isEmpty()) {
            lines.add("Nothing is to serve.");
        } else if (isSettled && serves.test(serving.get())) {
            lines.add("Release " + serving.get().release() + " serves already.");
        } else {
            String where =
                    " (" + serving.get().release() + ", " + serving.get().slot().lowerName() + ")";
            for (Step step : List.of(Step.START, Step.HEALTH, Step.CATCH_UP, Step.SWITCH)) {
                lines.add(step.lowerName() + ": " + step.sentence() + ", unless that is so" + where);
            }
        }
        return lines;
    }

    private Optional<Serving> settle(List<String> lines, boolean isRollback) {
        Optional<Progress> left = history.unfinished();
        if (left.isEmpty()) {
            return history.serving();
        }
        Progress progress = left.get();
        boolean isFinished =
                progress.isSwitched() && !(isRollback && progress.deployment().mode() == Mode.APPLY);
        lines.add((isFinished ? "finish" : "undo") + " the "
                + progress.deployment().mode().lowerName() + " of release "
                + progress.deployment().release() + ", which was left unfinished");
        return isFinished ? progress.serving() : progress.deployment().servedBefore();
    }

    private static void steps(List<String> lines, Mode mode, String release, Slot slot) {
        mode.steps()
                .forEach(step -> lines.add(
                        step.lowerName() + ": " + step.sentence() + " (" + release + ", " + slot.lowerName() + ")"));
    }
}
