package io.mnemolite.server.config.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "30s, PT30S",
        "2m, PT2M",
        "1h, PT1H",
        "1d, PT24H",
        "30 s, PT30S",
        "30S, PT30S",
        "7, PT7S",
        "0, PT0S"
    })
    void duration_withOrWithoutUnit(String text, Duration expected) {
        assertThat(Quantity.duration(text, "s")).contains(expected);
    }

    @Test
    void duration_bareNumberMeansDeclaredUnit() {
        assertThat(Quantity.duration("200", "ms")).contains(Duration.ofMillis(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "s", "-1s", "1.5s", "1w", "1 s s", "99999999999999999999s", "9223372036854775807d", "30MB"})
    void duration_refused(String text) {
        assertThat(Quantity.duration(text, "s")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100",
        "100B, 100",
        "1KB, 1000",
        "32MB, 32000000",
        "2GB, 2000000000",
        "1KiB, 1024",
        "16MiB, 16777216",
        "1GiB, 1073741824",
        "16 mib, 16777216"
    })
    void bytes_withOrWithoutUnit(String text, long expected) {
        assertThat(Quantity.bytes(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MB", "-1", "1.5MB", "1TB", "30s", "9223372036854775807GiB", "99999999999999999999"})
    void bytes_refused(String text) {
        assertThat(Quantity.bytes(text)).isEmpty();
    }
}
