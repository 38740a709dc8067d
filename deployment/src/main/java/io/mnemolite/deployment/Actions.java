package io.mnemolite.deployment;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Step;

/** What the steps do to the machine. */
public interface Actions {

    /**
     * Does the step, whatever of it was done before.
     *
     * @return figures or a sentence for the journal; may be empty
     * @throws DeploymentFailure when it cannot be done
     */
    String perform(Step step, Deployment deployment);
}
