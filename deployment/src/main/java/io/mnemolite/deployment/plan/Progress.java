package io.mnemolite.deployment.plan;

import io.mnemolite.deployment.plan.Entry.State;
import java.util.List;
import java.util.Optional;

/**
 * A deployment and what the journal says of it. Before the switch is done a failure, also the end of the deployer's
 * process, stops the new release and leaves the old one as it is; afterwards the end of the process changes nothing, and
 * only a failed observation goes back.
 */
public record Progress(Deployment deployment, List<Entry> entries) {

    public Progress {
        entries = List.copyOf(entries);
    }

    /** The step to do now; empty when the deployment is over. */
    public Optional<Step> next() {
        if (isGoingBack()) {
            if (has(Step.DISCARD, State.DONE)) {
                return Optional.empty();
            }
            return Optional.of(
                    has(Step.SWITCH, State.STARTED) && !has(Step.RETURN, State.DONE) ? Step.RETURN : Step.DISCARD);
        }
        return deployment.mode().steps().stream()
                .filter(step -> !has(step, State.DONE))
                .findFirst();
    }

    /** Whether the release before it is to serve, or serves again. */
    public boolean isGoingBack() {
        return entries.stream()
                .anyMatch(entry -> entry.state() == State.FAILED && entry.step().isUndoneAfterFailure());
    }

    public boolean isOver() {
        return next().isEmpty();
    }

    /** Whether its release is the one to serve. */
    public boolean isSwitched() {
        return !isGoingBack() && has(Step.SWITCH, State.DONE);
    }

    /** Whether a process that finds it unfinished has to go back: nobody knows what the one before it still did. */
    public boolean isToBeUndoneWhenInterrupted() {
        return !isOver() && !isGoingBack() && !has(Step.SWITCH, State.DONE);
    }

    /** What shall serve as far as this deployment went. */
    public Optional<Serving> serving() {
        return isSwitched()
                ? Optional.of(new Serving(deployment.release(), deployment.slot()))
                : deployment.servedBefore();
    }

    public boolean has(Step step, State state) {
        return entries.stream().anyMatch(entry -> entry.step() == step && entry.state() == state);
    }

    /** The sentence of the failure it goes back for. */
    public Optional<String> reason() {
        return entries.stream()
                .filter(entry -> entry.state() == State.FAILED && entry.step().isUndoneAfterFailure())
                .map(Entry::detail)
                .findFirst();
    }
}
