package io.mnemolite.server.web.monitoring.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.server.web.text.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final double MISSING = Double.NaN;

    private static final Axis AXIS = Axis.endingAt(Instant.parse("2026-03-01T12:05:42Z"), Duration.ofMinutes(1), 5);

    @Test
    void values_areALineFromTheBottomToTheTop() {
        Line line = of(1, 0, 0.5, 1, 0.25, 0.75);

        assertThat(line.path()).isEqualTo("M0.5,100.0 1.5,50.0 2.5,0.0 3.5,75.0 4.5,25.0 ");
        assertThat(line.area()).isEqualTo("M0.5,100 0.5,100.0 1.5,50.0 2.5,0.0 3.5,75.0 4.5,25.0 4.5,100Z");
        assertThat(line.summary()).isEqualTo("Hit rate: 75.0 % at last, between 0.0 % and 100.0 %.");
        assertThat(line.points().getFirst())
                .isEqualTo(new Line.Point("0.000%", "20.000%", "Sun 1 Mar 12:01 UTC: 0.0 %"));
    }

    @Test
    void missingValues_areGaps_andOneBetweenThemIsADot() {
        Line line = of(1, 0.5, MISSING, 1, MISSING, MISSING);

        assertThat(line.path()).isEqualTo("M0.2,50.0 0.8,50.0 M2.2,0.0 2.8,0.0 ");
        assertThat(line.points()).hasSize(2);
    }

    @Test
    void withoutATop_theHighestValueReachesIt() {
        assertThat(of(0, 2, 4, 4, 0, 1).path()).isEqualTo("M0.5,50.0 1.5,0.0 2.5,0.0 3.5,100.0 4.5,75.0 ");
        assertThat(of(0, 0, 0, 0, 0, 0).path()).startsWith("M0.5,100.0 ");
    }

    @Test
    void withoutValues_thereIsNoLine() {
        Line line = of(1, MISSING, MISSING, MISSING, MISSING, MISSING);

        assertThat(line.isDrawn()).isFalse();
        assertThat(line.summary()).isEqualTo("Hit rate: nothing is known yet.");
    }

    private static Line of(double top, double... values) {
        List<OptionalDouble> known = Arrays.stream(values)
                .mapToObj(value -> Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value))
                .toList();
        return Line.of("Hit rate", AXIS, known, top, Amounts::percent);
    }
}
