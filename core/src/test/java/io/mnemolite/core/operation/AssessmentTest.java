package io.mnemolite.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.indexing.IndexState;
import io.mnemolite.core.operation.Assessment.Finding;
import io.mnemolite.core.operation.StoreMonitor.PoolFigures;
import io.mnemolite.core.operation.Vitals.IndexVitals;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final PoolFigures CALM = new PoolFigures(10, 5, 8, 2, 0, 10, 0);
    private static final IndexVitals READY = new IndexVitals("search index", new IndexState.Ready(), 0.1);

    @Test
    void nothingWrong_isOperational() {
        Assessment assessment = Assessment.of(vitals(Map.of("info", 900L, "warning", 5L), null, READY));

        assertThat(assessment).isEqualTo(new Assessment(Condition.OPERATIONAL, List.of()));
    }

    @Test
    void criticalEvents_areCritical_whateverTheWarnings() {
        assertThat(Assessment.of(vitals(Map.of("critical", 1L, "warning", 1_000L), null, READY))
                        .findings())
                .containsExactly(new Finding(Condition.CRITICAL, "1 critical event in the last 24 hours."));
        assertThat(Assessment.of(vitals(Map.of("critical", 1_200L), null, READY))
                        .findings())
                .containsExactly(new Finding(Condition.CRITICAL, "1,200 critical events in the last 24 hours."));
    }

    @Test
    void moreThanFiveWarnings_areDegraded() {
        assertThat(Assessment.of(vitals(Map.of("warning", 6L), null, READY)))
                .isEqualTo(new Assessment(
                        Condition.DEGRADED,
                        List.of(new Finding(
                                Condition.DEGRADED, "6 warnings in the last 24 hours; up to 5 are taken as usual."))));
    }

    @Test
    void databaseAway_isCritical_andNothingIsSaidThatFollowsFromIt() {
        IndexVitals behind = new IndexVitals("search index", new IndexState.Ready(), 400);
        IndexVitals notBegun = new IndexVitals("code index", new IndexState.Rebuilding(0, 0), 400);

        assertThat(Assessment.of(new Vitals(
                                null,
                                "The database does not answer.",
                                List.of(behind, notBegun),
                                CALM,
                                Map.of("events", "The database does not answer."),
                                0,
                                0))
                        .findings())
                .containsExactly(new Finding(Condition.CRITICAL, "The database does not answer."));
    }

    @Test
    void eventsThatCouldNotBeCounted_areDegraded() {
        assertThat(Assessment.of(vitals(null, null, READY)).findings())
                .containsExactly(new Finding(
                        Condition.DEGRADED, "The events of the last 24 hours could not be counted in time."));
    }

    @Test
    void indexes_areDegradedWhileTheyAreBuiltRepairedOrBehind() {
        assertThat(Assessment.of(vitals(
                                Map.of(),
                                null,
                                new IndexVitals("search index", new IndexState.Rebuilding(1_500, 20_000), 99),
                                new IndexVitals("code index", new IndexState.Damaged("a disk error"), 0),
                                new IndexVitals("other index", new IndexState.Ready(), 31)))
                        .findings())
                .containsExactly(
                        new Finding(
                                Condition.DEGRADED,
                                "The search index is being built (1,500 of 20,000); searches of it are refused meanwhile."),
                        new Finding(
                                Condition.DEGRADED,
                                "The code index is being repaired (a disk error); searches of it are refused meanwhile."),
                        new Finding(
                                Condition.DEGRADED,
                                "The other index last read the change log to its end 31 seconds ago."));
    }

    @Test
    void findings_theWorstFirst() {
        Assessment assessment = Assessment.of(new Vitals(
                Map.of("critical", 2L),
                null,
                List.of(new IndexVitals("search index", new IndexState.Damaged("x"), 0)),
                new PoolFigures(10, 5, 0, 15, 5, 15, 3),
                Map.of("events", "The endpoint answers 500.", "code", "No space."),
                950,
                1_000));

        assertThat(assessment.condition()).isEqualTo(Condition.CRITICAL);
        assertThat(assessment.findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        "2 critical events in the last 24 hours.",
                        "The search index is being repaired (x); searches of it are refused meanwhile.",
                        "3 requests wait for one of 15 database connections.",
                        "Vectors of code cannot be made: No space.",
                        "Vectors of events cannot be made: The endpoint answers 500.",
                        "The heap is more than 90 % full; start with a larger MNEMOLITE_HEAP.");
    }

    private static Vitals vitals(
            @Nullable Map<String, Long> severities, @Nullable String databaseFailure, IndexVitals... indexes) {
        return new Vitals(severities, databaseFailure, List.of(indexes), CALM, Map.of(), 100, 1_000);
    }
}
