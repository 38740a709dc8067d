package io.mnemolite.server.web.monitoring.section;

import io.mnemolite.core.operation.Assessment;
import io.mnemolite.core.operation.Condition;
import io.mnemolite.server.web.text.Amounts;
import io.mnemolite.server.web.text.ShownText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The server's condition, on top of the page.
 *
 * @param tone good, warn or bad
 * @param uptime such as {@code 3 d 4 h}
 */
public record Banner(
        String word, String tone, String icon, List<Reason> reasons, Instant readAt, Instant startedAt, String uptime) {

    public Banner {
        reasons = List.copyOf(reasons);
    }

    /** Something that is not as it should be. */
    public record Reason(String tone, ShownText sentence) {}

    public static Banner of(Assessment assessment, Instant readAt, Instant startedAt) {
        return new Banner(
                switch (assessment.condition()) {
                    case OPERATIONAL -> "Operational";
                    case DEGRADED -> "Degraded";
                    case CRITICAL -> "Critical";
                },
                tone(assessment.condition()),
                assessment.condition() == Condition.OPERATIONAL ? "check" : "warning",
                assessment.findings().stream()
                        .map(finding ->
                                new Reason(tone(finding.condition()), ShownText.beginning(finding.sentence(), 400)))
                        .toList(),
                readAt,
                startedAt,
                Amounts.duration(Duration.between(startedAt, readAt)));
    }

    private static String tone(Condition condition) {
        return switch (condition) {
            case OPERATIONAL -> "good";
            case DEGRADED -> "warn";
            case CRITICAL -> "bad";
        };
    }
}
