package io.mnemolite.deployment;

import io.mnemolite.deployment.balancer.Balancer;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.observation.Limits;
import io.mnemolite.deployment.observation.Measured;
import io.mnemolite.deployment.observation.Observer;
import io.mnemolite.deployment.observation.Observer.Verdict;
import io.mnemolite.deployment.observation.Reads;
import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.release.ReleaseTraining;
import io.mnemolite.deployment.root.DeploymentSettings;
import io.mnemolite.deployment.root.FileWrites;
import io.mnemolite.deployment.slot.SlotServer;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/** Gets a new release ready for requests, and judges it by the one before it. */
final class Watch {

    /** Some 200 reads: with fewer the p99 is the second slowest of them. */
    private static final Duration LONGEST_BASELINE = Duration.ofSeconds(5);

    private final DeploymentSettings settings;
    private final Slots slots;
    private final Balancer balancer;
    private final BooleanSupplier returnAsked;

    Watch(DeploymentSettings settings, Slots slots, Balancer balancer, BooleanSupplier returnAsked) {
        this.settings = settings;
        this.slots = slots;
        this.balancer = balancer;
        this.returnAsked = returnAsked;
    }

    /** Makes what lets a release start fast. */
    String train(Path launcher) {
        return ReleaseTraining.run(launcher, returnAsked);
    }

    /** Measures what serves by reads of what it stored last, then makes the same reads at the new release. */
    String warmUp(Deployment deployment) {
        SlotServer server = slots.of(deployment.slot());
        Optional<Serving> before = deployment.servedBefore();
        Reads reads = Reads.ofNewest(
                slots.of(before.map(Serving::slot).orElse(deployment.slot())).client());
        Measured baseline = Measured.of(0, 0);
        if (before.isPresent()) {
            baseline = new Observer(
                            balancer,
                            before.get().slot(),
                            slots.of(before.get().slot()).client(),
                            reads)
                    .measure(baselineTime());
        }
        keep(baseline, server.home().before());
        int number = 0;
        long end = System.nanoTime() + settings.warmUp().toNanos();
        while (System.nanoTime() < end && !returnAsked.getAsBoolean()) {
            reads.read(server.client(), number);
            number++;
        }
        return number + " reads of " + reads + "; before: " + baseline;
    }

    private Duration baselineTime() {
        return settings.observation().compareTo(LONGEST_BASELINE) < 0 ? settings.observation() : LONGEST_BASELINE;
    }

    /** @throws DeploymentFailure when the release must go */
    String observe(Deployment deployment) {
        SlotServer server = slots.of(deployment.slot());
        Measured before = kept(server.home().before());
        Limits limits = new Limits(settings.errorRate(), settings.latencyFactor(), settings.latencyFloorMillis());
        Verdict verdict = new Observer(balancer, deployment.slot(), server.client(), Reads.ofNewest(server.client()))
                .watch(
                        settings.observation(),
                        limits,
                        before,
                        () -> returnAsked.getAsBoolean() ? Optional.of("A rollback was asked for.") : Optional.empty());
        verdict.objection().ifPresent(objection -> {
            throw DeploymentFailure.failed(objection);
        });
        return verdict.measured().toString();
    }

    private static void keep(Measured measured, Path file) {
        try {
            FileWrites.replace(
                    file, "p99.milliseconds=" + measured.p99Millis() + "\nerror.rate=" + measured.errorRate() + "\n");
        } catch (IOException e) {
            throw DeploymentFailure.failed("The file " + file + " cannot be written (" + e + ").", e);
        }
    }

    private static Measured kept(Path file) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
            return Measured.of(
                    Double.parseDouble(values.getProperty("p99.milliseconds", "0")),
                    Double.parseDouble(values.getProperty("error.rate", "0")));
        } catch (IOException | NumberFormatException e) {
            throw DeploymentFailure.failed("The file " + file + " cannot be read (" + e + ").", e);
        }
    }
}
