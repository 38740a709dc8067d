package io.mnemolite.server.web.monitoring;

import io.mnemolite.core.operation.CacheMonitor;
import io.mnemolite.core.operation.StoreMonitor;
import io.mnemolite.core.operation.history.Sample;
import io.mnemolite.core.operation.history.SampleHistory;
import io.mnemolite.core.operation.history.Window;
import io.mnemolite.server.front.Admission;
import io.mnemolite.server.front.RequestAccounts;
import io.mnemolite.server.web.monitoring.drawing.Axis;
import io.mnemolite.server.web.monitoring.process.CacheCards;
import io.mnemolite.server.web.monitoring.process.ProcessFigures;
import io.mnemolite.server.web.monitoring.process.RouteOrder;
import io.mnemolite.server.web.monitoring.process.RouteTable;
import io.mnemolite.server.web.monitoring.section.Answer;
import io.mnemolite.server.web.monitoring.section.PoolCard;
import io.mnemolite.server.web.monitoring.section.Statement;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads what the operator's page shows of this process, which needs no database. */
@Singleton
class ProcessReadings {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final int STATEMENTS_SHOWN = 8;

    private final RequestAccounts accounts;
    private final Admission admission;
    private final CacheMonitor caches;
    private final SampleHistory history;
    private final StoreMonitor store;

    @Inject
    ProcessReadings(
            RequestAccounts accounts,
            Admission admission,
            CacheMonitor caches,
            SampleHistory history,
            StoreMonitor store) {
        this.accounts = accounts;
        this.admission = admission;
        this.caches = caches;
        this.history = history;
        this.store = store;
    }

    ProcessFigures figures(Period period, Instant now, double indexLagSeconds, Answer<Long> awaitingVector) {
        List<Sample> samples = history.samples();
        Axis axis = period.history(now);
        RequestAccounts.Totals requests = accounts.totals();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return ProcessFigures.of(
                new ProcessFigures.Now(
                        last(MINUTE, samples, now),
                        requests.answered(),
                        requests.failed(),
                        admission.executing(),
                        admission.waiting(),
                        store.pool(),
                        awaitingVector,
                        indexLagSeconds,
                        heap.getUsed(),
                        heap.getMax()),
                windows(samples, axis),
                axis);
    }

    CacheCards caches(Period period, Instant now) {
        List<Sample> samples = history.samples();
        Axis axis = period.history(now);
        return CacheCards.of(caches, last(FIVE_MINUTES, samples, now), windows(samples, axis), axis);
    }

    RouteTable routes(RouteOrder order) {
        return RouteTable.of(accounts.percentiles(), order);
    }

    List<Statement> statements() {
        return store.slowStatements(STATEMENTS_SHOWN).stream()
                .map(Statement::of)
                .toList();
    }

    PoolCard pool() {
        return PoolCard.of(store.pool());
    }

    private static List<Window> windows(List<Sample> samples, Axis axis) {
        return Window.of(samples, axis.start(), axis.width(), axis.count());
    }

    private static Window last(Duration width, List<Sample> samples, Instant now) {
        // Ends after a sample of this very moment.
        return Window.of(samples, now.minus(width).plusMillis(1), width, 1).getFirst();
    }
}
