package io.mnemolite.core.operation;

import io.mnemolite.core.indexing.IndexState;
import io.mnemolite.core.operation.Vitals.IndexVitals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A server's condition and why.
 *
 * @param condition the worst of the findings; operational without any
 * @param findings the worst first
 */
public record Assessment(Condition condition, List<Finding> findings) {

    /** An index that has not read the change log to its end for longer is behind. */
    public static final double LAG_TOLERATED_SECONDS = 30;

    /** The share of the heap that may be in use, 0..1. */
    public static final double HEAP_TOLERATED = 0.9;

    public Assessment {
        findings = List.copyOf(findings);
    }

    /** Something that is not as it should be, as a sentence. */
    public record Finding(Condition condition, String sentence) {}

    public static Assessment of(Vitals vitals) {
        List<Finding> findings = new ArrayList<>();
        if (vitals.databaseFailure() != null) {
            findings.add(new Finding(Condition.CRITICAL, vitals.databaseFailure()));
        }
        if (vitals.severities() != null) {
            addEvents(vitals.severities(), findings);
        } else if (vitals.databaseFailure() == null) {
            findings.add(
                    new Finding(Condition.DEGRADED, "The events of the last 24 hours could not be counted in time."));
        }
        for (IndexVitals index : vitals.indexes()) {
            addIndex(index, vitals.databaseFailure() == null, findings);
        }
        if (vitals.pool().waiting() > 0) {
            findings.add(new Finding(
                    Condition.DEGRADED,
                    plural(vitals.pool().waiting(), "request waits", "requests wait") + " for one of "
                            + (vitals.pool().size() + vitals.pool().maxOverflow()) + " database connections."));
        }
        // Without a database no vector can be kept, which is not the model's failure.
        if (vitals.databaseFailure() == null) {
            new TreeMap<>(vitals.embeddingFailures())
                    .forEach((of, sentence) -> findings.add(
                            new Finding(Condition.DEGRADED, "Vectors of " + of + " cannot be made: " + sentence)));
        }
        if (vitals.heapMax() > 0 && vitals.heapUsed() > HEAP_TOLERATED * vitals.heapMax()) {
            findings.add(new Finding(
                    Condition.DEGRADED, "The heap is more than 90 % full; start with a larger MNEMOLITE_HEAP."));
        }
        findings.sort(Comparator.comparing(Finding::condition).reversed());
        return new Assessment(
                findings.isEmpty() ? Condition.OPERATIONAL : findings.getFirst().condition(), findings);
    }

    private static void addEvents(Map<String, Long> severities, List<Finding> findings) {
        switch (Condition.ofSeverities(severities)) {
            case CRITICAL ->
                findings.add(new Finding(
                        Condition.CRITICAL,
                        plural(severities.getOrDefault("critical", 0L), "critical event", "critical events")
                                + " in the last 24 hours."));
            case DEGRADED ->
                findings.add(new Finding(
                        Condition.DEGRADED,
                        String.format(
                                Locale.ROOT,
                                "%,d warnings in the last 24 hours; up to %d are taken as usual.",
                                severities.getOrDefault("warning", 0L),
                                Condition.WARNINGS_TOLERATED)));
            case OPERATIONAL -> {}
        }
    }

    /** @param isFollowing whether there is a database to be followed: one that is away is said already */
    private static void addIndex(IndexVitals index, boolean isFollowing, List<Finding> findings) {
        switch (index.state()) {
            case IndexState.Ready() -> {
                if (isFollowing && index.lagSeconds() > LAG_TOLERATED_SECONDS) {
                    findings.add(new Finding(
                            Condition.DEGRADED,
                            String.format(
                                    Locale.ROOT,
                                    "The %s last read the change log to its end %.0f seconds ago.",
                                    index.name(),
                                    index.lagSeconds())));
                }
            }
            case IndexState.Rebuilding(long done, long total) -> {
                if (isFollowing) {
                    findings.add(new Finding(
                            Condition.DEGRADED,
                            String.format(
                                    Locale.ROOT,
                                    "The %s is being built (%,d of %,d); searches of it are refused meanwhile.",
                                    index.name(),
                                    done,
                                    total)));
                }
            }
            case IndexState.Damaged(String reason) ->
                findings.add(new Finding(
                        Condition.DEGRADED,
                        "The " + index.name() + " is being repaired (" + reason
                                + "); searches of it are refused meanwhile."));
        }
    }

    private static String plural(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
