package io.mnemolite.e2e.drill;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting for a step of a deployer, closely. */
final class Steps {

    private Steps() {}

    /** Returns as soon as the journal has begun the step after its first {@code since} lines. */
    static void await(DrillHost host, DrillHost.Run run, String step, int since, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!host.hasStarted(step, since)) {
            if (!run.process().isAlive() || System.nanoTime() > end) {
                throw new AssertionError("The deployer did not come to " + step + ":\n" + run.text());
            }
            LockSupport.parkNanos(500_000);
        }
    }
}
