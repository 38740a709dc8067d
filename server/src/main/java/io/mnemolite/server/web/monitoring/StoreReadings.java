package io.mnemolite.server.web.monitoring;

import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.StoreMonitor;
import io.mnemolite.core.operation.StoreMonitor.DatabaseFigures;
import io.mnemolite.core.operation.TimeSpan;
import io.mnemolite.server.web.event.EventCard;
import io.mnemolite.server.web.monitoring.drawing.Axis;
import io.mnemolite.server.web.monitoring.drawing.SeverityColumns;
import io.mnemolite.server.web.monitoring.section.Answer;
import io.mnemolite.server.web.monitoring.section.EventFigures;
import io.mnemolite.server.web.monitoring.section.Shares;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database what the operator's page shows of it. Each question has a short deadline of its own and fails alone. Counts
 * of events come from the search cache while no event changes; what is dear to read is kept for some seconds.
 */
@Singleton
class StoreReadings {

    private static final Logger LOG = LoggerFactory.getLogger(StoreReadings.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int CRITICAL_SHOWN = 6;

    private final StoreMonitor monitor;
    private final EventStatistics statistics;
    private final EventStore events;
    private final CodeStore code;
    private final EmbeddingSpace space;
    private final Recent<DatabaseFigures> figures = new Recent<>();
    private final Recent<Vectors> codeVectors = new Recent<>();
    private final Map<Period, Recent<EventFigures>> longPeriods =
            Map.of(Period.WEEK, new Recent<>(), Period.MONTH, new Recent<>());

    /** How many vectors are wanted, and how many of them are still to be made. */
    record Vectors(long wanted, long awaited) {}

    @Inject
    StoreReadings(
            StoreMonitor monitor, EventStatistics statistics, EventStore events, CodeStore code, EmbeddingSpace space) {
        this.monitor = monitor;
        this.statistics = statistics;
        this.events = events;
        this.code = code;
        this.space = space;
    }

    /** The version of the database, or why it does not answer. */
    Answer<String> version() {
        return ask(monitor::version);
    }

    /** The events of the last 24 hours by severity. */
    Answer<Map<String, Long>> severities(Instant now) {
        return ask(() -> statistics.severities(TimeSpan.last(Duration.ofHours(24), now)));
    }

    /** Those of long periods are some seconds old while events come all the time. */
    Answer<EventFigures> events(Period period, Instant now, boolean isFresh) {
        Recent<EventFigures> kept = longPeriods.get(period);
        return ask(() -> kept == null ? count(period, now) : kept.get(isFresh, () -> count(period, now)));
    }

    private EventFigures count(Period period, Instant now) {
        Axis axis = period.events(now);
        TimeSpan span = TimeSpan.since(axis.start(), now);
        return new EventFigures(
                SeverityColumns.of(
                        statistics.severityTimeline(span, period.bucket()), axis, period.unit(), period.words()),
                List.of(
                        shares("severity", "Severity", "info", span),
                        shares("project", "Project", "none", span),
                        shares("category", "Category", "none", span)));
    }

    private Shares shares(String key, String title, String missing, TimeSpan span) {
        return Shares.of(key, title, missing, statistics.distribution(key, missing, span));
    }

    Answer<List<EventCard>> critical() {
        return ask(() -> statistics.newestOfSeverity("critical", CRITICAL_SHOWN).stream()
                .map(EventCard::of)
                .toList());
    }

    Answer<Long> awaitingEvents() {
        return ask(events::countAwaitingVector);
    }

    Answer<DatabaseFigures> figures(boolean isFresh) {
        return ask(() -> figures.get(isFresh, monitor::figures));
    }

    /** Reads every chunk of code. */
    Answer<Vectors> codeVectors(boolean isFresh) {
        return ask(() -> codeVectors.get(isFresh, () -> {
            List<RepositoryFigures> repositories = code.repositories(space.model());
            return new Vectors(
                    repositories.stream()
                            .mapToLong(RepositoryFigures::wantedVectors)
                            .sum(),
                    repositories.stream()
                            .mapToLong(RepositoryFigures::awaitedVectors)
                            .sum());
        }));
    }

    static <T> Answer<T> ask(Callable<T> question) {
        try {
            return Answer.of(Deadline.after(PATIENCE).call(question));
        } catch (MnemoliteException e) {
            return Answer.failed(e.sentence());
        } catch (Exception e) {
            LOG.error("A part of the monitoring page failed unexpectedly", e);
            return Answer.failed("An unexpected failure; the server's log has its cause.");
        }
    }
}
