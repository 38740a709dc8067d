package io.mnemolite.deployment;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.journal.Journal;
import io.mnemolite.deployment.plan.Entry.State;
import io.mnemolite.deployment.plan.Note;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Work that leaves what should serve as it is, noted in the journal when it begins and when it ends. */
record Noted(Journal journal, Clock clock) {

    /**
     * Does the work.
     *
     * @param release what it is about
     * @param work returns its outcome in a sentence
     */
    void run(Note.Kind kind, String release, Supplier<String> work) {
        String id = Deployer.id(clock);
        write(id, kind, release, State.STARTED, "");
        String outcome;
        try {
            outcome = work.get();
        } catch (DeploymentFailure e) {
            write(id, kind, release, State.FAILED, e.sentences());
            throw e;
        } catch (RuntimeException e) {
            write(id, kind, release, State.FAILED, "A defect: " + e);
            throw e;
        }
        write(id, kind, release, State.DONE, outcome);
    }

    private void write(String id, Note.Kind kind, String release, State state, String detail) {
        journal.append(new Note(Instant.now(clock), id, kind, release, state, detail));
    }
}
