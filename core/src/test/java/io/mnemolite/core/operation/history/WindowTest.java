package io.mnemolite.core.operation.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void share_isThatOfWhatCameInTheWindow() {
        List<Window> windows = of(
                Samples.at(-10, 100, 900),
                Samples.at(20, 130, 910),
                Samples.at(50, 130, 910),
                Samples.at(70, 133, 911));

        assertThat(rates(windows))
                .containsExactly(OptionalDouble.of(0.75), OptionalDouble.of(0.75), OptionalDouble.empty());
    }

    @Test
    void share_withoutReads_isMissing_notZero() {
        List<Window> windows = of(Samples.at(0, 10, 10), Samples.at(30, 10, 10), Samples.at(65, 10, 12));

        assertThat(rates(windows))
                .containsExactly(OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.empty());
    }

    @Test
    void growth_overMissingSamples_isUnknown() {
        List<Window> windows =
                of(Samples.at(0, 0, 0), Samples.at(50, 60, 40), Samples.at(111, 5_000, 0), Samples.at(121, 5_050, 0));

        assertThat(windows)
                .extracting(window -> window.growth(Sample::requests))
                .containsExactly(OptionalDouble.of(100), OptionalDouble.empty(), OptionalDouble.of(50));
        assertThat(windows)
                .extracting(window -> window.growthPerSecond(Sample::requests))
                .containsExactly(OptionalDouble.of(2), OptionalDouble.empty(), OptionalDouble.of(5));
    }

    @Test
    void highest_isThatOfTheSamplesThatKnow() {
        List<Window> windows = of(
                Samples.awaiting(0, 7L),
                Samples.awaiting(10, null),
                Samples.awaiting(20, 9L),
                Samples.awaiting(70, null));

        assertThat(windows)
                .extracting(window -> window.highest(
                        sample -> sample.awaitingVector() == null ? Double.NaN : (double) sample.awaitingVector()))
                .containsExactly(OptionalDouble.of(9), OptionalDouble.empty(), OptionalDouble.empty());
    }

    @Test
    void samplesBesideTheSpan_countInNoWindow() {
        List<Window> windows = of(Samples.at(-1), Samples.at(0), Samples.at(59), Samples.at(180), Samples.at(500));

        assertThat(windows).extracting(window -> window.samples().size()).containsExactly(2, 0, 0);
        assertThat(windows)
                .extracting(Window::start)
                .containsExactly(
                        Samples.START,
                        Samples.START.plus(MINUTE),
                        Samples.START.plus(MINUTE).plus(MINUTE));
    }

    @Test
    void withoutSamples_windowsAreEmpty() {
        assertThat(of())
                .hasSize(3)
                .allSatisfy(window -> assertThat(window.steps()).isEmpty());
    }

    private static List<Window> of(Sample... samples) {
        return Window.of(Arrays.asList(samples), Samples.START, MINUTE, 3);
    }

    private static List<OptionalDouble> rates(List<Window> windows) {
        return windows.stream()
                .map(window -> window.share(
                        sample -> sample.event().hits(),
                        sample -> sample.event().hits() + sample.event().misses()))
                .toList();
    }
}
