package io.mnemolite.embedding.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void parse_takesSecondsAndDates() {
        assertThat(RetryAfter.parse("0", NOW)).isZero();
        assertThat(RetryAfter.parse("120", NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Fri, 02 Jan 2026 03:05:05 GMT", NOW)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void parse_ofWhatIsOverOrUnknown_isZero() {
        assertThat(RetryAfter.parse("Fri, 02 Jan 2026 03:00:00 GMT", NOW)).isZero();
        assertThat(RetryAfter.parse("-1", NOW)).isZero();
        assertThat(RetryAfter.parse("99999999999999999999", NOW)).isZero();
        assertThat(RetryAfter.parse("soon", NOW)).isZero();
    }
}
