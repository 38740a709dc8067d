package io.mnemolite.deployment;

import io.mnemolite.deployment.backup.Backups;
import io.mnemolite.deployment.balancer.Balancer;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Mode;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.release.ReleaseMigration;
import io.mnemolite.deployment.release.Releases;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import io.mnemolite.deployment.slot.IndexCopy;
import io.mnemolite.deployment.slot.Pause;
import io.mnemolite.deployment.slot.SlotHome;
import io.mnemolite.deployment.slot.SlotServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps on this host: releases, slots and the balancer. */
final class HostActions implements Actions {

    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final String BEHIND = "it was still reading the change log";

    private final DeploymentRoot root;
    private final DeploymentSettings settings;
    private final Releases releases;
    private final Slots slots;
    private final Balancer balancer;
    private final Handover handover;
    private final Backups backups;
    private final Watch watch;
    private final @Nullable ReleaseArchive archive;

    /** @param archive what is applied; null when nothing is */
    HostActions(
            DeploymentRoot root,
            DeploymentSettings settings,
            Slots slots,
            Balancer balancer,
            Backups backups,
            Watch watch,
            @Nullable ReleaseArchive archive) {
        this.root = root;
        this.settings = settings;
        this.releases = new Releases(root.releases());
        this.slots = slots;
        this.balancer = balancer;
        this.handover = new Handover(root, slots, balancer);
        this.backups = backups;
        this.watch = watch;
        this.archive = archive;
    }

    @Override
    public String perform(Step step, Deployment deployment) {
        SlotServer server = slots.of(deployment.slot());
        return switch (step) {
            case UNPACK -> unpack();
            case BACK_UP -> backups.take(deployment.release());
            case MIGRATE -> ReleaseMigration.run(releases.launcher(deployment.release()), settings.databaseUrl());
            case TRAIN -> watch.train(releases.launcher(deployment.release()));
            case PREPARE -> prepare(deployment);
            case START -> start(server, deployment.release());
            case HEALTH -> {
                server.awaitHealth(settings.start());
                // The balancer's first check is over by the time it is needed.
                balancer.watch(deployment.slot());
                yield "";
            }
            case CATCH_UP -> catchUp(deployment);
            case WARM_UP -> watch.warmUp(deployment);
            case SWITCH -> {
                handover.awaitCheck(deployment.slot());
                // Again, and last: what the other slot acknowledged until now is to be seen in this one.
                String note = catchUp(deployment);
                switchTo(deployment.slot(), note.isEmpty());
                yield note;
            }
            case OBSERVE -> watch.observe(deployment);
            case RETIRE -> deployment.servedBefore().map(this::end).orElse("");
            case RETURN -> goBack(deployment);
            case DISCARD -> end(new Serving(deployment.release(), deployment.slot()));
        };
    }

    /** Sees that what should serve does; nothing of it may be running after the machine was off. */
    void restore(Serving serving) {
        SlotServer server = slots.of(serving.slot());
        boolean isAlive = server.process().isAlive();
        if (!isAlive) {
            start(server, serving.release());
            server.awaitHealth(settings.start());
        }
        if (!isAlive || !balancer.routed().equals(Optional.of(serving.slot()))) {
            handover.awaitCheck(serving.slot());
            server.awaitCaughtUp(settings.start());
            switchTo(serving.slot(), true);
        }
    }

    /** Whether it runs, is healthy and gets the requests. */
    boolean serves(Serving serving) {
        SlotServer server = slots.of(serving.slot());
        return server.process().isAlive()
                && server.isHealthy()
                && balancer.routed().equals(Optional.of(serving.slot()));
    }

    /** As {@link #restore}, and waits also for a server that runs and is not healthy yet. */
    void bringUp(Serving serving) {
        restore(serving);
        slots.of(serving.slot()).awaitHealth(settings.start());
    }

    /**
     * As {@link #restore}, but a release that cannot serve any more must not be in the way of the next.
     *
     * @return why it cannot
     */
    Optional<String> restoreIfPossible(Serving serving) {
        try {
            restore(serving);
            return Optional.empty();
        } catch (DeploymentFailure e) {
            return Optional.of("Release " + serving.release() + " should serve and cannot: " + e.sentences());
        }
    }

    private String unpack() {
        if (archive == null) {
            throw new IllegalStateException("Only what is applied is unpacked");
        }
        return releases.unpack(archive);
    }

    /** A rollback to a slot as it was left needs nothing; its index is older, and right after it has caught up. */
    private String prepare(Deployment deployment) {
        SlotServer server = slots.of(deployment.slot());
        SlotHome home = server.home();
        boolean isRollback = deployment.mode() == Mode.ROLLBACK;
        if (isRollback && home.release().equals(Optional.of(deployment.release()))) {
            return "the slot is as it was left";
        }
        balancer.disable(deployment.slot());
        server.stop();
        try {
            home.unmark();
            int files = deployment.servedBefore().isEmpty() || isRollback
                    ? 0
                    : IndexCopy.make(
                            slots.of(deployment.servedBefore().orElseThrow().slot())
                                    .home()
                                    .index(),
                            home.index());
            home.configure(deployment.release(), root.serverSettings(), Map.of("database.url", settings.databaseUrl()));
            return files == 0 ? "" : files + " files of the live index linked";
        } catch (IOException e) {
            throw DeploymentFailure.failed(
                    "The index of the live slot cannot be copied to " + home.index() + " (" + e + ").", e);
        }
    }

    private String start(SlotServer server, String release) {
        return server.start(releases.launcher(release));
    }

    /**
     * Waits for every acknowledged write. A release that hangs may hold a transaction open, behind which nobody can catch
     * up: who goes back from it must not wait for that.
     */
    private String catchUp(Deployment deployment) {
        SlotServer server = slots.of(deployment.slot());
        boolean goesBackFromOneThatHangs = deployment.mode() == Mode.ROLLBACK
                && deployment
                        .servedBefore()
                        .map(before -> slots.of(before.slot()).hangs())
                        .orElse(false);
        if (goesBackFromOneThatHangs) {
            return server.hasCaughtUp() ? "" : BEHIND;
        }
        server.awaitCaughtUp(settings.start());
        return "";
    }

    private void switchTo(Slot slot, boolean canFollow) {
        balancer.route(slot);
        if (canFollow) {
            handover.follow(slot);
        }
    }

    private String goBack(Deployment deployment) {
        Optional<Serving> before = deployment.servedBefore();
        if (before.isEmpty()) {
            balancer.disable(deployment.slot());
            return "nothing served before";
        }
        SlotServer server = slots.of(before.get().slot());
        boolean isAlive = server.process().isAlive();
        if (!isAlive) {
            start(server, before.get().release());
            server.awaitHealth(settings.start());
        }
        handover.awaitCheck(before.get().slot());
        // A release that hangs may hold a transaction open, behind which nobody can catch up: then this must not wait.
        boolean isCaughtUp = server.hasCaughtUp();
        switchTo(before.get().slot(), isCaughtUp);
        return (isAlive ? "" : "its server was started again; ") + (isCaughtUp ? "it knew every write" : BEHIND);
    }

    /** Ends a server that gets no new requests, after its last one. */
    private String end(Serving serving) {
        SlotServer server = slots.of(serving.slot());
        if (!server.process().isAlive()) {
            balancer.disable(serving.slot());
            return "";
        }
        balancer.drain(serving.slot());
        long end = System.nanoTime() + settings.drain().toNanos();
        long left = balancer.traffic(serving.slot()).underWay();
        while (left > 0 && System.nanoTime() < end) {
            Pause.of(INTERVAL);
            left = balancer.traffic(serving.slot()).underWay();
        }
        server.stop();
        balancer.disable(serving.slot());
        return left == 0
                ? ""
                : left + " requests were still under way after "
                        + settings.drain().toSeconds() + " s";
    }
}
