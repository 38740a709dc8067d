package io.mnemolite.server.ops;

import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.operation.CacheMonitor;
import io.mnemolite.core.operation.CacheMonitor.CacheFigures;
import io.mnemolite.core.operation.StoreMonitor;
import io.mnemolite.server.front.RequestAccounts;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the server's own figures and says what to change, naming the option. */
public final class Suggestions {

    private static final long ENOUGH_READS = 1_000;

    private final StoreMonitor store;
    private final EventStore events;
    private final CacheMonitor caches;
    private final RequestAccounts accounts;

    public Suggestions(StoreMonitor store, EventStore events, CacheMonitor caches, RequestAccounts accounts) {
        this.store = store;
        this.events = events;
        this.caches = caches;
        this.accounts = accounts;
    }

    /** Entries of {@code {"area", "severity", "suggestion"}}; empty when nothing stands out. */
    public List<Map<String, Object>> read() {
        List<Map<String, Object>> found = new ArrayList<>();
        pool(found);
        cache("event", caches.event(), found);
        cache("search", caches.search(), found);
        slowRoutes(found);
        slowStatements(found);
        embedding(found);
        heap(found);
        return found;
    }

    private void pool(List<Map<String, Object>> found) {
        StoreMonitor.PoolFigures pool = store.pool();
        if (pool.waiting() > 0) {
            add(
                    found,
                    "pool",
                    "warning",
                    pool.waiting() + " requests wait for one of " + pool.total()
                            + " connections; raise pool.size or pool.overflow, or look at /performance/database/slow-queries.");
        } else if (pool.overflow() > 0) {
            add(
                    found,
                    "pool",
                    "info",
                    pool.overflow() + " connections beyond pool.size=" + pool.size()
                            + " are open; if that is the usual load, raise pool.size.");
        }
    }

    private static void cache(String name, CacheFigures figures, List<Map<String, Object>> found) {
        long reads = figures.hits() + figures.misses();
        if (reads >= ENOUGH_READS && figures.hits() * 5 < reads && figures.evictions() > figures.maxItems()) {
            add(
                    found,
                    "cache",
                    "info",
                    String.format(
                            Locale.ROOT,
                            "The %s cache answers %.0f %% of %d reads and evicted %d entries; raise cache.%s.max-items (now %d).",
                            name,
                            100.0 * figures.hits() / reads,
                            reads,
                            figures.evictions(),
                            name,
                            figures.maxItems()));
        }
    }

    private void slowRoutes(List<Map<String, Object>> found) {
        accounts.percentiles().forEach((endpoint, of) -> {
            if (of.count() >= 100 && of.p95Ms() > 500) {
                add(
                        found,
                        "route",
                        "warning",
                        String.format(
                                Locale.ROOT,
                                "%s takes %.0f ms at p95 over %d requests.",
                                endpoint,
                                of.p95Ms(),
                                of.count()));
            }
        });
    }

    private void slowStatements(List<Map<String, Object>> found) {
        for (StoreMonitor.StatementFigures statement : store.slowStatements(3)) {
            if (statement.calls() >= 10 && statement.meanMilliseconds() > 100) {
                add(
                        found,
                        "database",
                        "warning",
                        String.format(
                                Locale.ROOT,
                                "A statement takes %.0f ms on average over %d calls: %s",
                                statement.meanMilliseconds(),
                                statement.calls(),
                                statement.statement()));
            }
        }
    }

    private void embedding(List<Map<String, Object>> found) {
        long awaiting = events.countAwaitingVector();
        if (awaiting > ENOUGH_READS) {
            add(
                    found,
                    "embedding",
                    "info",
                    awaiting
                            + " events wait for their vector; until then only words find them. Raise embedding.threads if cores are free.");
        }
    }

    private static void heap(List<Map<String, Object>> found) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        if (heap.getMax() > 0 && heap.getUsed() > 0.9 * heap.getMax()) {
            add(found, "memory", "warning", "The heap is more than 90 % full; start with a larger MNEMOLITE_HEAP.");
        }
    }

    private static void add(List<Map<String, Object>> found, String area, String severity, String suggestion) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("area", area);
        entry.put("severity", severity);
        entry.put("suggestion", suggestion);
        found.add(entry);
    }
}
