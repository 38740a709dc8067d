package io.mnemolite.deployment.balancer;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Slot;
import java.util.Optional;

/** What sends requests to the slots. Each method throws {@link DeploymentFailure} when it does not answer. */
public interface Balancer {

    /** The one slot that gets new requests; empty when none or both do. */
    Optional<Slot> routed();

    /**
     * Sends new requests to this slot and none to the other, at once; requests under way end where they are. It survives
     * a restart of the balancer.
     */
    void route(Slot slot);

    /**
     * Begins to check a slot that was {@linkplain #disable disabled}; sends it no request for that. A slot that gets
     * requests keeps getting them.
     */
    void watch(Slot slot);

    /** Sends no new request to the slot, but keeps an eye on it. */
    void drain(Slot slot);

    /** Sends nothing to the slot; whatever happens to it is no concern. */
    void disable(Slot slot);

    ServerTraffic traffic(Slot slot);
}
