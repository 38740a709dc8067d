package io.mnemolite.server.web.monitoring.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.operation.EventStatistics.SeverityCount;
import io.mnemolite.server.web.monitoring.drawing.SeverityColumns.Column;
import io.mnemolite.server.web.monitoring.drawing.SeverityColumns.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeverityColumnsTest {

    private static final Axis AXIS = Axis.endingAt(Instant.parse("2026-03-01T12:05:42Z"), Duration.ofHours(1), 24);

    @Test
    void severities_areStacked_theWorstAtTheBase() {
        SeverityColumns chart = of(
                count("2026-03-01T12:00:00Z", "critical", 2),
                count("2026-03-01T12:00:00Z", "info", 4),
                count("2026-03-01T11:00:00Z", "other", 8));

        Column last = chart.columns().getLast();
        assertThat(chart.top()).isEqualTo(8);
        assertThat(last.parts()).containsExactly(new Part("critical", 84, 28), new Part("info", 28, 56));
        assertThat(last.words()).isEqualTo("Sun 1 Mar 12:00 UTC: 6, 2 critical, 4 info");
        assertThat(chart.rows()).extracting(Column::total).containsExactly(6L, 8L);
        assertThat(chart.summary())
                .isEqualTo("Events per hour by severity, the last 24 hours: 14 in all, 2 critical, 0 warning, 4 info,"
                        + " 8 other; at most 8 in a column.");
    }

    @Test
    void fewEventsAmongMany_areStillSeen() {
        SeverityColumns chart =
                of(count("2026-03-01T12:00:00Z", "critical", 1), count("2026-03-01T12:00:00Z", "info", 100_000));

        assertThat(chart.columns().getLast().parts().getFirst().height()).isEqualTo(2);
        assertThat(chart.columns().getLast().parts())
                .allSatisfy(part -> assertThat(part.y()).isNotNegative());
    }

    @Test
    void withoutEvents_thereAreEmptyColumns() {
        assertThat(of().columns())
                .hasSize(24)
                .allSatisfy(column -> assertThat(column.parts()).isEmpty());
        assertThat(of().total()).isZero();
    }

    @Test
    void eventsAheadOfTheClock_belongToNoColumn() {
        assertThat(of(count("2026-03-01T13:00:00Z", "critical", 1)).total()).isZero();
    }

    private static SeverityCount count(String time, String severity, long count) {
        return new SeverityCount(Instant.parse(time), severity, count);
    }

    private static SeverityColumns of(SeverityCount... counts) {
        return SeverityColumns.of(List.of(counts), AXIS, "hour", "the last 24 hours");
    }
}
