package io.mnemolite.server.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void bytes_inTheUnitThatFits() {
        assertThat(Amounts.bytes(0)).isEqualTo("0 B");
        assertThat(Amounts.bytes(999)).isEqualTo("999 B");
        assertThat(Amounts.bytes(1_000)).isEqualTo("0.98 KB");
        assertThat(Amounts.bytes(12_900_000)).isEqualTo("12.3 MB");
        assertThat(Amounts.bytes(Long.MAX_VALUE)).isEqualTo("8,388,608 TB");
    }

    @Test
    void milliseconds_becomeSeconds() {
        assertThat(Amounts.milliseconds(0.417)).isEqualTo("0.42 ms");
        assertThat(Amounts.milliseconds(999)).isEqualTo("999 ms");
        assertThat(Amounts.milliseconds(1_270)).isEqualTo("1.27 s");
    }

    @Test
    void durations_haveTheirTwoLargestUnits() {
        assertThat(Amounts.duration(Duration.ofSeconds(7))).isEqualTo("7 s");
        assertThat(Amounts.duration(Duration.ofSeconds(312))).isEqualTo("5 min 12 s");
        assertThat(Amounts.duration(Duration.ofMinutes(181))).isEqualTo("3 h 1 min");
        assertThat(Amounts.duration(Duration.ofHours(76))).isEqualTo("3 d 4 h");
    }

    @Test
    void percent_ofSomethingUnknown_isADash() {
        assertThat(Amounts.percent(OptionalDouble.of(0.8312))).isEqualTo("83.1 %");
        assertThat(Amounts.percent(OptionalDouble.empty())).isEqualTo(Amounts.NONE);
    }
}
