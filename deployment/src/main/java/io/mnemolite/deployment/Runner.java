package io.mnemolite.deployment;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.journal.Journal;
import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.plan.Entry.State;
import io.mnemolite.deployment.plan.History;
import io.mnemolite.deployment.plan.Progress;
import io.mnemolite.deployment.plan.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Does step after step as {@link Progress} says, and writes each into the journal before and after it acts. It holds
 * nothing in memory that the journal does not hold, so another process can go on wherever this one ends.
 */
public final class Runner {

    private final Journal journal;
    private final Actions actions;
    private final Clock clock;
    private final BooleanSupplier returnAsked;
    private final Consumer<Entry> listener;

    /**
     * @param returnAsked whether somebody wants the release before it back
     * @param listener hears of each entry once it is durable
     */
    public Runner(
            Journal journal, Actions actions, Clock clock, BooleanSupplier returnAsked, Consumer<Entry> listener) {
        this.journal = journal;
        this.actions = actions;
        this.clock = clock;
        this.returnAsked = returnAsked;
        this.listener = listener;
    }

    /** Finishes or undoes what another process left unfinished; empty when there was nothing. */
    public Optional<Progress> resume() {
        return History.of(journal.read()).unfinished().map(left -> {
            if (left.isToBeUndoneWhenInterrupted()) {
                Step step = left.next().orElseThrow();
                write(left.deployment(), step, State.FAILED, "The deployer ended before this step did.");
            }
            return run(left.deployment());
        });
    }

    /** As {@link #resume()}, but what has switched goes back, too. */
    public Optional<Progress> abandon(String reason) {
        return History.of(journal.read()).unfinished().map(left -> {
            if (!left.isGoingBack()) {
                write(left.deployment(), left.isSwitched() ? Step.OBSERVE : next(left), State.FAILED, reason);
            }
            return run(left.deployment());
        });
    }

    /**
     * Carries the deployment to its end, which may be the release before it.
     *
     * @throws DeploymentFailure when a step fails that cannot be answered by going back; the next run repeats it
     */
    public Progress run(Deployment deployment) {
        Progress progress = progress(deployment);
        while (!progress.isOver()) {
            perform(progress, next(progress));
            progress = progress(deployment);
        }
        return progress;
    }

    private void perform(Progress progress, Step step) {
        Deployment deployment = progress.deployment();
        if (!progress.isSwitched() && !progress.isGoingBack() && returnAsked.getAsBoolean()) {
            write(deployment, step, State.FAILED, "A rollback was asked for.");
            return;
        }
        write(deployment, step, State.STARTED, "");
        String detail;
        try {
            detail = actions.perform(step, deployment);
        } catch (DeploymentFailure e) {
            write(deployment, step, State.FAILED, e.sentences());
            if (!step.isUndoneAfterFailure()) {
                throw e;
            }
            return;
        } catch (RuntimeException e) {
            write(deployment, step, State.FAILED, "A defect: " + e);
            throw e;
        }
        write(deployment, step, State.DONE, detail);
    }

    private static Step next(Progress progress) {
        return progress.next().orElseThrow();
    }

    private Progress progress(Deployment deployment) {
        List<Entry> entries = journal.read().stream()
                .filter(entry -> entry.deployment().id().equals(deployment.id()))
                .toList();
        return new Progress(deployment, entries);
    }

    private void write(Deployment deployment, Step step, State state, String detail) {
        Entry entry = new Entry(Instant.now(clock), deployment, step, state, detail);
        journal.append(entry);
        listener.accept(entry);
    }
}
