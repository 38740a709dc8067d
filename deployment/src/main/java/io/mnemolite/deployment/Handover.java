package io.mnemolite.deployment;

import io.mnemolite.deployment.balancer.Balancer;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.slot.Pause;
import io.mnemolite.deployment.slot.SlotServer;
import java.time.Duration;

/** What surrounds the moment in which requests go to another slot. */
final class Handover {

    /** A check of HAProxy runs each second or so. */
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(10);

    /** A write takes some milliseconds; what takes longer is seldom one that somebody reads at once. */
    private static final Duration LONGEST_FOLLOWING = Duration.ofSeconds(2);

    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final Duration FOLLOWING_INTERVAL = Duration.ofMillis(5);

    private final DeploymentRoot root;
    private final Slots slots;
    private final Balancer balancer;

    Handover(DeploymentRoot root, Slots slots, Balancer balancer) {
        this.root = root;
        this.slots = slots;
        this.balancer = balancer;
    }

    /**
     * Waits until the balancer has found the slot healthy. Where requests go stays as it is, also when they go to this
     * slot already: that must not be interrupted.
     */
    void awaitCheck(Slot slot) {
        balancer.watch(slot);
        long end = System.nanoTime() + CHECK_PATIENCE.toNanos();
        while (!balancer.traffic(slot).isHealthy()) {
            if (System.nanoTime() > end) {
                throw DeploymentFailure.failed("HAProxy's check of the slot " + slot.lowerName() + " fails, though the"
                        + " server is healthy. Compare the ports in HAProxy's configuration and in "
                        + root.settings() + ".");
            }
            Pause.of(INTERVAL);
        }
    }

    /**
     * Has the slot read the change log on and on, until the other one has answered what it was asked before the switch:
     * what it acknowledges meanwhile is seen here after milliseconds, not after the server's poll interval.
     */
    void follow(Slot slot) {
        SlotServer server = slots.of(slot);
        long end = System.nanoTime() + LONGEST_FOLLOWING.toNanos();
        while (balancer.traffic(slot.other()).underWay() > 0 && System.nanoTime() < end) {
            server.hasCaughtUp();
            Pause.of(FOLLOWING_INTERVAL);
        }
        // Once more: the last answer of the other slot came after the last reading began.
        server.hasCaughtUp();
    }
}
