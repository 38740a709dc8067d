package io.mnemolite.server.mcp.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecencyTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final Recency recency = new Recency(Duration.ofDays(10));

    @Test
    void score_losesHalfOfWhatItMayLoseWithEachHalfLife() {
        assertThat(recency.score(8, NOW, NOW)).isEqualTo(8);
        assertThat(recency.score(8, NOW.minus(Duration.ofDays(10)), NOW)).isEqualTo(6, within(1e-9));
        assertThat(recency.score(8, NOW.minus(Duration.ofDays(20)), NOW)).isEqualTo(5, within(1e-9));
    }

    @Test
    void score_ofTheOldest_isStillHalf() {
        assertThat(recency.score(8, Instant.EPOCH, NOW)).isEqualTo(4, within(1e-9));
    }

    @Test
    void score_ofTheFuture_isWhole() {
        assertThat(recency.score(8, NOW.plus(Duration.ofDays(10)), NOW)).isEqualTo(8);
    }
}
