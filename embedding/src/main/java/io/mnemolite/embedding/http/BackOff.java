package io.mnemolite.embedding.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: exponential with full jitter (Brooker: Exponential Backoff And Jitter, 2015),
 * that is a random time between nothing and {@code first}, doubled with each attempt up to {@code longest}; never less
 * than what the endpoint asks for.
 */
record BackOff(Duration first, Duration longest) {

    /** @param failures how many attempts have failed, at least 1 */
    Duration pause(int failures, Duration asked, RandomGenerator random) {
        long ceiling = Math.min(longest.toNanos(), first.toNanos() << Math.min(failures - 1, 20));
        Duration jittered = Duration.ofNanos(random.nextLong(ceiling + 1));
        return asked.compareTo(jittered) > 0 ? asked : jittered;
    }
}
