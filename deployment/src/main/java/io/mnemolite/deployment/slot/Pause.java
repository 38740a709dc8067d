package io.mnemolite.deployment.slot;

import io.mnemolite.deployment.failure.DeploymentFailure;
import java.time.Duration;

/** Waiting for what has no other way to tell. */
public final class Pause {

    private Pause() {}

    /** @throws DeploymentFailure when the thread is interrupted */
    public static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DeploymentFailure.failed("The deployment was interrupted.", e);
        }
    }
}
