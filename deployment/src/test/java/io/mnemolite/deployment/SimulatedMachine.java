package io.mnemolite.deployment;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Two slots and a balancer in memory, with the promises of the real actions. It survives a {@link Killed} deployer. */
final class SimulatedMachine implements Actions {

    /** The deployer's process ends here. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Called at each moment between two effects; may throw. */
    private Consumer<String> moment = name -> {};

    private final Map<Slot, String> running = new EnumMap<>(Slot.class);
    private final Map<Slot, String> prepared = new EnumMap<>(Slot.class);
    private final Set<Step> failing = new HashSet<>();
    private @Nullable Slot routed;

    void atEachMoment(Consumer<String> action) {
        moment = action;
    }

    void fail(Step step) {
        failing.add(step);
    }

    void heal() {
        failing.clear();
    }

    void kill(Slot slot) {
        running.remove(slot);
    }

    /** The release that answers requests; null when none does. */
    @Nullable
    String serving() {
        return routed == null ? null : running.get(routed);
    }

    @Nullable
    Slot routed() {
        return routed;
    }

    Map<Slot, String> running() {
        return Map.copyOf(running);
    }

    @Override
    public String perform(Step step, Deployment deployment) {
        moment.accept("before " + step);
        if (failing.contains(step)) {
            throw DeploymentFailure.failed(step + " fails.");
        }
        Slot slot = deployment.slot();
        Serving before = deployment.before();
        switch (step) {
            case UNPACK, BACK_UP, MIGRATE, TRAIN, CATCH_UP, WARM_UP, OBSERVE -> {}
            case PREPARE -> prepared.put(slot, deployment.release());
            case START -> running.put(slot, deployment.release());
            case HEALTH -> {
                if (!running.containsKey(slot)) {
                    throw DeploymentFailure.failed("It is dead.");
                }
            }
            case SWITCH -> routed = slot;
            case RETIRE -> {
                if (before != null) {
                    moment.accept("draining");
                    running.remove(before.slot());
                }
            }
            case RETURN -> {
                if (before != null) {
                    running.putIfAbsent(before.slot(), before.release());
                    moment.accept("revived");
                    routed = before.slot();
                } else {
                    routed = null;
                }
            }
            case DISCARD -> {
                moment.accept("draining");
                running.remove(slot);
            }
        }
        moment.accept("after " + step);
        return "";
    }
}
