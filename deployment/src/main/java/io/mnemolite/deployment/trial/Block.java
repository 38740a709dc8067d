package io.mnemolite.deployment.trial;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.observation.Reads;
import io.mnemolite.deployment.slot.SlotClient;
import io.mnemolite.deployment.slot.SlotClient.Answer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a server answers callers that ask again as soon as they have their answer.
 *
 * @param rate answers a second
 */
record Block(double rate, double p50Millis, double p99Millis) {

    /** @throws DeploymentFailure when a read fails, or none ended */
    static Block measure(SlotClient server, Reads reads, int callers, Duration time) {
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        AtomicInteger numbers = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() - begin < time.toNanos() && failed.get() == 0) {
                        Answer answer = reads.read(server, numbers.getAndIncrement());
                        if (answer.status() == 0 || answer.status() >= 500) {
                            failed.incrementAndGet();
                        }
                        millis.add(answer.millis());
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (failed.get() > 0 || millis.isEmpty()) {
            throw DeploymentFailure.failed(failed.get() + " of " + millis.size() + " reads of the benchmark failed.");
        }
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Block(sorted.length / seconds, quantile(sorted, 0.5), quantile(sorted, 0.99));
    }

    private static double quantile(double[] sorted, double part) {
        return sorted[(int) Math.ceil(sorted.length * part) - 1];
    }
}
