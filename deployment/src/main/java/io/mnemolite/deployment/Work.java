package io.mnemolite.deployment;

import io.mnemolite.deployment.balancer.Balancer;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.journal.Journal;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parts of one command, and when it sent requests elsewhere. */
final class Work implements AutoCloseable {

    private final Slots slots;
    private final HostActions actions;
    private final Runner runner;
    private final long begin = System.nanoTime();
    private final AtomicLong switched = new AtomicLong(begin);

    private Work(
            Slots slots,
            HostActions actions,
            Journal journal,
            Clock clock,
            Consumer<Entry> listener,
            BooleanSupplier returnAsked) {
        this.slots = slots;
        this.actions = actions;
        this.runner = new Runner(journal, actions, clock, returnAsked, entry -> {
            if (Deployer.isSwitch(entry)) {
                switched.set(System.nanoTime());
            }
            listener.accept(entry);
        });
    }

    /** @throws DeploymentFailure when the settings, the database of what is applied or HAProxy are not fit to be used */
    static Work begin(
            DeploymentRoot root,
            Host host,
            Journal journal,
            Clock clock,
            @Nullable ReleaseArchive archive,
            Consumer<Entry> listener,
            BooleanSupplier returnAsked) {
        DeploymentSettings settings = DeploymentSettings.read(root.settings());
        if (archive != null) {
            // Whoever applies needs the database; who only goes back has what it needs in the slots' configurations.
            settings.databaseUrl();
        }
        Balancer balancer = host.balancer(root, settings);
        // Its silence is to be known before anything is done.
        balancer.routed();
        Slots slots = new Slots(root, settings, root.apiKey().orElse(null));
        Watch watch = new Watch(settings, slots, balancer, returnAsked);
        HostActions actions =
                new HostActions(root, settings, slots, balancer, host.backups().apply(root, settings), watch, archive);
        return new Work(slots, actions, journal, clock, listener, returnAsked);
    }

    HostActions actions() {
        return actions;
    }

    Runner runner() {
        return runner;
    }

    /** Requests go elsewhere, or somewhere again, from now on. */
    void markSwitched() {
        switched.set(System.nanoTime());
    }

    /** From the begin until requests went elsewhere for the last time. */
    double seconds() {
        return Math.round((switched.get() - begin) / 1e7) / 100.0;
    }

    @Override
    public void close() {
        slots.close();
    }
}
