package io.mnemolite.embedding.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final long SEED = 20_260_101;

    private final BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(2));
    private final SplittableRandom random = new SplittableRandom(SEED);

    private Duration longestOfMany(int failures) {
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 2_000; i++) {
            Duration pause = backOff.pause(failures, Duration.ZERO, random);
            assertThat(pause).as("seed %d", SEED).isBetween(Duration.ZERO, Duration.ofSeconds(2));
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        return longest;
    }

    @Test
    void pause_doublesItsCeilingWithEachFailure() {
        assertThat(longestOfMany(1)).isBetween(Duration.ofMillis(90), Duration.ofMillis(100));
        assertThat(longestOfMany(2)).isBetween(Duration.ofMillis(180), Duration.ofMillis(200));
        assertThat(longestOfMany(4)).isBetween(Duration.ofMillis(720), Duration.ofMillis(800));
    }

    @Test
    void pause_staysWithinTheLongest() {
        assertThat(longestOfMany(1_000_000)).isGreaterThan(Duration.ofMillis(1_800));
    }

    @Test
    void pause_isAtLeastWhatTheEndpointAsksFor() {
        assertThat(backOff.pause(1, Duration.ofSeconds(7), random)).isEqualTo(Duration.ofSeconds(7));
    }
}
