package io.mnemolite.server.config.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "TRUE, true",
        "1, true",
        "yes, true",
        "false, false",
        "False, false",
        "0, false",
        "No, false"
    })
    void bool_everySpelling(String text, boolean expected) {
        assertThat(ValueType.bool().parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "ja", "express:*", "t"})
    void bool_refused(String text) {
        assertThat(ValueType.bool().parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "3.0", "three", "99999999999", "-1"})
    void integer_outsideItsBounds_refused(String text) {
        assertThat(ValueType.integer(1, 10).parse(text)).isEmpty();
        assertThat(ValueType.integer(1, 10).parse(" 10 ")).contains(10);
    }

    @Test
    void duration_outsideItsBounds_refused() {
        ValueType<?> type = ValueType.duration("s", "1s", "1m");
        assertThat(type.parse("999ms")).isEmpty();
        assertThat(type.parse("61s")).isEmpty();
        assertThat(type.parse("60")).isPresent();
        assertThat(type.accepts()).isEqualTo("a time from 1s to 1m with its unit (ms, s, m, h, d; none means s)");
    }

    @Test
    void bytes_outsideItsBounds_refused() {
        assertThat(ValueType.bytes("1KiB", "1MiB").parse("1023")).isEmpty();
        assertThat(ValueType.bytes("1KiB", "1MiB").parse("2MiB")).isEmpty();
        assertThat(ValueType.bytes("1KiB", "1MiB").parse("1MiB")).contains(1L << 20);
    }

    @Test
    void list_blankPartsDropped() {
        assertThat(ValueType.list().parse(" a, b ,,c,")).contains(List.of("a", "b", "c"));
        assertThat(ValueType.list().parse("")).contains(List.of());
    }

    @Test
    void choice_anyCaseAndSynonyms() {
        ValueType<TimeUnit> type = ValueType.choice(TimeUnit.class, Map.of("sec", TimeUnit.SECONDS));
        assertThat(type.parse("Minutes")).contains(TimeUnit.MINUTES);
        assertThat(type.parse("SEC")).contains(TimeUnit.SECONDS);
        assertThat(type.parse("weeks")).isEmpty();
        assertThat(type.accepts())
                .isEqualTo("nanoseconds, microseconds, milliseconds, seconds, minutes, hours or days");
    }

    @Test
    void path_withNulCharacter_refused() {
        assertThat(ValueType.path().parse("a\0b")).isEmpty();
    }
}
