package io.mnemolite.server.wiring;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.operation.CacheMonitor;
import io.mnemolite.core.operation.history.Sample;
import io.mnemolite.server.front.Admission;
import io.mnemolite.server.front.RequestAccounts;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the history of this process keeps. */
final class ServerFigures implements Supplier<Sample> {

    private static final Logger LOG = LoggerFactory.getLogger(ServerFigures.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Composition parts;
    private final RequestAccounts accounts;
    private final Admission admission;

    ServerFigures(Composition parts, RequestAccounts accounts, Admission admission) {
        this.parts = parts;
        this.accounts = accounts;
        this.admission = admission;
    }

    @Override
    public Sample get() {
        CacheMonitor caches = parts.caches();
        RequestAccounts.Totals requests = accounts.totals();
        return new Sample(
                Instant.now(),
                caches.event(),
                caches.search(),
                caches.graph(),
                requests.answered(),
                requests.failed(),
                admission.executing(),
                admission.waiting(),
                parts.store().monitor().pool(),
                awaiting(),
                parts.indexing().lagSeconds(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** Null while the database does not answer: the other figures are still worth keeping. */
    private @Nullable Long awaiting() {
        try {
            return Deadline.after(PATIENCE).call(parts.store().events()::countAwaitingVector);
        } catch (Exception e) {
            LOG.debug("The events that await a vector could not be counted", e);
            return null;
        }
    }
}
