package io.mnemolite.server.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.operation.EventStatistics.Count;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:20:30Z");

    @Test
    void hours_areAllThereTheCurrentOneLast() {
        Chart chart = Chart.of(
                List.of(
                        new Count(Instant.parse("2026-03-01T11:00:00Z"), 3),
                        new Count(Instant.parse("2026-03-02T10:00:00Z"), 7)),
                Period.ANY,
                NOW);

        assertThat(chart.bars()).hasSize(24);
        assertThat(chart.bars().getFirst().words()).isEqualTo("Sun 1 Mar 11:00 UTC: 3");
        assertThat(chart.bars().getLast().words()).isEqualTo("Mon 2 Mar 10:00 UTC: 7");
        assertThat(chart.bars().getLast().height()).isEqualTo(Chart.HEIGHT * 7 / 8);
        assertThat(chart.total()).isEqualTo(10);
        assertThat(chart.top()).isEqualTo(8);
        assertThat(chart.summary())
                .isEqualTo("Events per hour, last 24 hours: 10 in all, at most 7, on Mon 2 Mar 10:00 UTC.");
    }

    @Test
    void nothing_isDrawnFlat() {
        Chart chart = Chart.of(List.of(), Period.MONTH, NOW);

        assertThat(chart.bars()).hasSize(30).allMatch(bar -> bar.height() == 0);
        assertThat(chart.summary()).isEqualTo("Events per day, last 30 days: 0 in all.");
        assertThat(chart.top()).isEqualTo(2);
        assertThat(chart.average()).isEqualTo("0");
    }

    @Test
    void one_isSeenBesideManyOthers() {
        Chart chart = Chart.of(
                List.of(
                        new Count(Period.WEEK.start(NOW), 1),
                        new Count(Instant.parse("2026-03-02T10:00:00Z"), 100_000)),
                Period.WEEK,
                NOW);

        assertThat(chart.bars()).hasSize(168);
        assertThat(chart.bars().getFirst().height()).isEqualTo(2);
        assertThat(chart.top()).isEqualTo(100_000);
    }
}
