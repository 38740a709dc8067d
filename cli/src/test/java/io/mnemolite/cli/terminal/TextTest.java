package io.mnemolite.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TextTest {

    private static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");

    @Test
    void relative_choosesTheUnit() {
        assertThat(Quantity.relative(NOW.minusSeconds(59), NOW)).isEqualTo("just now");
        assertThat(Quantity.relative(NOW.minusSeconds(60), NOW)).isEqualTo("1 minute ago");
        assertThat(Quantity.relative(NOW.minus(Duration.ofHours(47)), NOW)).isEqualTo("1 day ago");
        assertThat(Quantity.relative(NOW.minus(Duration.ofDays(90)), NOW)).isEqualTo("3 months ago");
        assertThat(Quantity.relative(NOW.minus(Duration.ofDays(800)), NOW)).isEqualTo("2 years ago");
        assertThat(Quantity.relative(NOW.plus(Duration.ofHours(5)), NOW)).isEqualTo("in 5 hours");
    }

    @Test
    void bytesAndDurations_readWell() {
        assertThat(List.of(Quantity.bytes(0), Quantity.bytes(999), Quantity.bytes(1_000), Quantity.bytes(999_999_999)))
                .containsExactly("0 B", "999 B", "1.0 kB", "1.0 GB");
        assertThat(Quantity.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Quantity.duration(Duration.ofSeconds(61))).isEqualTo("1 min 1 s");
        assertThat(Quantity.duration(Duration.ofHours(25))).isEqualTo("1 day 1 h");
    }

    @Test
    void wrap_breaksCutsAndCleans() {
        assertThat(Wrapping.wrap("one two three", 7, 5)).containsExactly("one two", "three");
        assertThat(Wrapping.wrap("one two three four", 7, 2)).containsExactly("one two", "three…");
        assertThat(Wrapping.wrap("abcdefghij", 4, 5)).containsExactly("abcd", "efgh", "ij");
        assertThat(Wrapping.wrap(" a\n\tb\u0000c ", 10, 5)).containsExactly("a bc");
        assertThat(Wrapping.wrap("", 10, 5)).isEmpty();
    }

    @Test
    void lineProgress_printsEveryFiveSeconds() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Queue<Instant> moments = new ArrayDeque<>(List.of(NOW.plusSeconds(1), NOW.plusSeconds(5), NOW.plusSeconds(6)));
        InstantSource source = moments::remove;
        Clock clock = source.withZone(ZoneOffset.UTC);
        LineProgress progress = new LineProgress(
                new PrintStream(err, true, StandardCharsets.UTF_8), clock, new ProgressText("Importing", "line", NOW));
        progress.at(100, 0.1);
        progress.at(5_000, 0.5);
        progress.at(6_000, 0.6);
        progress.close();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("Importing: 5,000 lines, 50 %, 1,000/s, 5 s left\n");
    }
}
