package io.mnemolite.deployment;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import io.mnemolite.deployment.journal.Journal;
import io.mnemolite.deployment.journal.JournalFile;
import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.plan.History;
import io.mnemolite.deployment.plan.Mode;
import io.mnemolite.deployment.plan.Note;
import io.mnemolite.deployment.plan.Progress;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.release.Releases;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.FileWrites;
import io.mnemolite.deployment.trial.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes the release that serves at a deployment root. One process at a time does; each call first finishes or undoes
 * what one before it left.
 */
public final class Deployer {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** A step before the switch is not broken off, and none takes longer but for a huge database. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(10);

    private final DeploymentRoot root;
    private final Host host;
    private final Consumer<Entry> listener;
    private final Clock clock;
    private final Journal journal;

    /** @param listener hears of each entry of the journal once it is durable */
    public Deployer(DeploymentRoot root, Host host, Clock clock, Consumer<Entry> listener) {
        this.root = root;
        this.host = host;
        this.clock = clock;
        this.listener = listener;
        this.journal = new JournalFile(root.journal());
    }

    /**
     * Makes the archive's release serve, unless it does.
     *
     * @throws DeploymentFailure with {@link Kind#UNDONE} when it was given up and the release before it serves
     */
    public Outcome apply(ReleaseArchive archive) {
        String version = archive.version();
        try (DeploymentLock _ = DeploymentLock.take(root.lock()).orElseThrow(this::busy);
                Work work = begin(archive)) {
            withdrawReturn();
            removeLeftovers();
            work.runner().resume();
            Optional<Serving> serving = history().serving();
            if (serving.isPresent() && serving.get().release().equals(version)) {
                new Releases(root.releases()).unpack(archive);
                work.actions().restore(serving.get());
                return new Outcome(serving.get(), false, 0);
            }
            serving.flatMap(work.actions()::restoreIfPossible).ifPresent(host.warnings());
            Slot slot = serving.map(Serving::slot).map(Slot::other).orElse(Slot.BLUE);
            return outcome(work, work.runner().run(deployment(Mode.APPLY, version, slot, serving)));
        }
    }

    /**
     * Makes what should serve by the journal serve, unless it does: after the machine was off nothing else starts a slot.
     */
    public Outcome start() {
        try (DeploymentLock _ = DeploymentLock.take(root.lock()).orElseThrow(this::busy);
                Work work = begin(null)) {
            withdrawReturn();
            removeLeftovers();
            boolean isLeft = work.runner().resume().isPresent();
            Serving serving = history().serving().orElseThrow(this::nothingServes);
            if (work.actions().serves(serving)) {
                return new Outcome(serving, isLeft, isLeft ? work.seconds() : 0);
            }
            new Noted(journal, clock).run(Note.Kind.START, serving.release(), () -> {
                work.actions().bringUp(serving);
                work.markSwitched();
                return "Release " + serving.release() + " serves in slot "
                        + serving.slot().lowerName() + " after " + work.seconds() + " s.";
            });
            return new Outcome(serving, true, work.seconds());
        }
    }

    /** Makes the release before the one that serves serve again; breaks off an {@link #apply} that is under way. */
    public Outcome rollback() {
        Optional<DeploymentLock> free = DeploymentLock.take(root.lock());
        Optional<String> underWay =
                history().unfinished().map(left -> left.deployment().id());
        if (free.isEmpty()) {
            askForReturn();
        }
        try (DeploymentLock _ = free.or(() -> DeploymentLock.await(root.lock(), LONGEST_STEP))
                        .orElseThrow(this::busy);
                Work work = begin(null)) {
            withdrawReturn();
            Optional<Progress> left = settle(work);
            Optional<Progress> ended = left.or(() -> last().filter(last ->
                    underWay.equals(Optional.of(last.deployment().id())) && free.isEmpty()));
            if (ended.filter(Deployer::isTheRollback).isPresent()) {
                return new Outcome(history().serving().orElseThrow(this::nothingServes), true, work.seconds());
            }
            History history = history();
            Serving serving = history.serving().orElseThrow(this::nothingServes);
            Optional<Serving> previous = history.previous();
            if (previous.isEmpty()) {
                return alreadyBack(serving);
            }
            Deployment rollback = deployment(
                    Mode.ROLLBACK, previous.get().release(), serving.slot().other(), Optional.of(serving));
            return outcome(work, work.runner().run(rollback));
        }
    }

    /** Finishes a rollback, and takes back an apply whatever its state. */
    private Optional<Progress> settle(Work work) {
        boolean isRollback = history()
                .unfinished()
                .filter(left -> left.deployment().mode() == Mode.ROLLBACK)
                .isPresent();
        return isRollback ? work.runner().resume() : work.runner().abandon("A rollback was asked for.");
    }

    private static boolean isTheRollback(Progress ended) {
        return (ended.deployment().mode() == Mode.APPLY) == ended.isGoingBack();
    }

    private Outcome alreadyBack(Serving serving) {
        if (!history().isBack()) {
            throw nothingBefore(serving);
        }
        return new Outcome(serving, false, 0);
    }

    static DeploymentFailure nothingBefore(Serving serving) {
        return DeploymentFailure.invalid("There is no release before " + serving.release() + " to go back to.");
    }

    private Outcome outcome(Work work, Progress ended) {
        if (!ended.isGoingBack()) {
            return new Outcome(ended.serving().orElseThrow(this::nothingServes), true, work.seconds());
        }
        String serves = ended.serving()
                .map(before -> "Release " + before.release() + " serves in slot "
                        + before.slot().lowerName() + ", as before.")
                .orElse("Nothing serves, as before.");
        throw new DeploymentFailure(
                Kind.UNDONE,
                "Release " + ended.deployment().release() + " was given up: "
                        + ended.reason().orElse("") + "\n" + serves);
    }

    private Deployment deployment(Mode mode, String release, Slot slot, Optional<Serving> before) {
        return new Deployment(id(clock), mode, release, slot, before.orElse(null));
    }

    /** Of a deployment or a note that begins now. */
    static String id(Clock clock) {
        return ID.format(Instant.now(clock));
    }

    /** They take memory and the processor from what serves. */
    private void removeLeftovers() {
        new Leftovers(root).remove().ifPresent(host.warnings());
    }

    private History history() {
        return History.of(journal.read());
    }

    private Optional<Progress> last() {
        History history = history();
        return history.deployments().isEmpty()
                ? Optional.empty()
                : Optional.of(history.deployments().getLast());
    }

    private Work begin(@Nullable ReleaseArchive archive) {
        return Work.begin(root, host, journal, clock, archive, listener, () -> Files.exists(root.returnRequest()));
    }

    private void askForReturn() {
        try {
            FileWrites.replace(root.returnRequest(), "");
        } catch (IOException e) {
            throw DeploymentFailure.failed("The file " + root.returnRequest() + " cannot be written (" + e + ").", e);
        }
    }

    private void withdrawReturn() {
        try {
            Files.deleteIfExists(root.returnRequest());
        } catch (IOException e) {
            throw DeploymentFailure.failed("The file " + root.returnRequest() + " cannot be deleted (" + e + ").", e);
        }
    }

    private DeploymentFailure busy() {
        return busy(root);
    }

    static DeploymentFailure busy(DeploymentRoot root) {
        return new DeploymentFailure(
                Kind.BUSY,
                "Another deployment is under way at " + root.path()
                        + ". Wait for its end, or break it off: mnemolite deploy rollback.");
    }

    private DeploymentFailure nothingServes() {
        return nothingServes(root);
    }

    static DeploymentFailure nothingServes(DeploymentRoot root) {
        return DeploymentFailure.invalid(
                "Nothing serves at " + root.path() + " yet; begin with: mnemolite deploy apply" + " ARCHIVE.");
    }

    /** Whether a step ends with requests going elsewhere. */
    static boolean isSwitch(Entry entry) {
        return entry.state() == Entry.State.DONE && (entry.step() == Step.SWITCH || entry.step() == Step.RETURN);
    }
}
