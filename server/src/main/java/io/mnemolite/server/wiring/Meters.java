package io.mnemolite.server.wiring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.indexing.IndexState;
import io.mnemolite.core.operation.CacheMonitor;
import io.mnemolite.core.operation.CacheMonitor.CacheFigures;
import io.mnemolite.core.operation.StoreMonitor;
import io.mnemolite.core.secret.Screening;
import io.mnemolite.server.front.Admission;
import java.io.File;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What {@code /metrics} shows beside requests and the JVM: admission, pool, caches, index, embedding queue, secrets, disk. */
final class Meters {

    private Meters() {}

    static void register(MeterRegistry registry, Composition parts, Admission admission) {
        admission(registry, admission);
        pool(registry, parts.store().monitor());
        CacheMonitor caches = parts.caches();
        cache(registry, "event", caches::event);
        cache(registry, "search", caches::search);
        cache(registry, "graph", caches::graph);
        Gauge.builder("mnemolite.change.lag", parts.indexing(), indexing -> indexing.lagSeconds())
                .baseUnit("seconds")
                .description("Time since the change log was last read to its end")
                .register(registry);
        Gauge.builder(
                        "mnemolite.index.ready",
                        parts.indexing(),
                        indexing -> indexing.state() instanceof IndexState.Ready ? 1 : 0)
                .description("1 while searches can be answered")
                .register(registry);
        Gauge.builder("mnemolite.index.size", parts.index(), index -> index.sizeInBytes())
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("mnemolite.embedding.awaiting", parts, Meters::awaiting)
                .description("Events whose text waits for its vector")
                .register(registry);
        code(registry, parts.code());
        Screening screening = parts.screening();
        for (String kind : screening.kinds()) {
            FunctionCounter.builder("mnemolite.secrets.found", screening, of -> of.found(kind))
                    .tag("kind", kind)
                    .description("Secrets that were redacted, or their writes refused")
                    .register(registry);
        }
        File home = parts.configuration().storage().home().toFile();
        Gauge.builder("mnemolite.disk.free", home, File::getUsableSpace)
                .baseUnit("bytes")
                .description("Space left where the home directory lies")
                .register(registry);
    }

    private static void code(MeterRegistry registry, CodeParts code) {
        Gauge.builder(
                        "mnemolite.code.change.lag",
                        code,
                        parts -> parts.tailing().lagSeconds())
                .baseUnit("seconds")
                .description("Time since the change log of code was last read to its end")
                .register(registry);
        Gauge.builder(
                        "mnemolite.code.index.ready",
                        code,
                        parts -> parts.tailing().state() instanceof IndexState.Ready ? 1 : 0)
                .description("1 while searches of code can be answered")
                .register(registry);
        Gauge.builder("mnemolite.code.index.size", code, CodeParts::indexBytes)
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("mnemolite.code.embedding.awaiting", code, CodeParts::vectorsAwaited)
                .description("Chunks of code that wait for their vector")
                .register(registry);
    }

    private static void admission(MeterRegistry registry, Admission admission) {
        Gauge.builder("mnemolite.admission.executing", admission, Admission::executing)
                .description("Requests that execute")
                .register(registry);
        Gauge.builder("mnemolite.admission.waiting", admission, Admission::waiting)
                .description("Requests that wait for a place among those that execute")
                .register(registry);
        FunctionCounter.builder("mnemolite.admission.refused", admission, Admission::refused)
                .description("Requests that got no place")
                .register(registry);
    }

    private static void pool(MeterRegistry registry, StoreMonitor monitor) {
        gauge(registry, "mnemolite.pool.checked.out", monitor, pool -> pool.checkedOut());
        gauge(registry, "mnemolite.pool.total", monitor, pool -> pool.total());
        gauge(registry, "mnemolite.pool.waiting", monitor, pool -> pool.waiting());
    }

    private static void gauge(
            MeterRegistry registry,
            String name,
            StoreMonitor monitor,
            ToDoubleFunction<StoreMonitor.PoolFigures> figure) {
        Gauge.builder(name, monitor, of -> figure.applyAsDouble(of.pool())).register(registry);
    }

    private static void cache(MeterRegistry registry, String name, Supplier<CacheFigures> cache) {
        counter(registry, "mnemolite.cache.hits", name, cache, CacheFigures::hits);
        counter(registry, "mnemolite.cache.misses", name, cache, CacheFigures::misses);
        counter(registry, "mnemolite.cache.loads", name, cache, CacheFigures::loads);
        counter(registry, "mnemolite.cache.coalesced", name, cache, CacheFigures::coalesced);
        counter(registry, "mnemolite.cache.evictions", name, cache, CacheFigures::evictions);
        counter(registry, "mnemolite.cache.invalidations", name, cache, CacheFigures::invalidations);
        counter(registry, "mnemolite.cache.discarded.loads", name, cache, CacheFigures::discardedLoads);
        Gauge.builder("mnemolite.cache.items", cache, of -> of.get().items())
                .tag("cache", name)
                .register(registry);
        Gauge.builder("mnemolite.cache.memory", cache, of -> of.get().memoryBytes())
                .tag("cache", name)
                .baseUnit("bytes")
                .register(registry);
    }

    private static void counter(
            MeterRegistry registry,
            String meter,
            String cacheName,
            Supplier<CacheFigures> cache,
            ToDoubleFunction<CacheFigures> figure) {
        FunctionCounter.builder(meter, cache, of -> figure.applyAsDouble(of.get()))
                .tag("cache", cacheName)
                .register(registry);
    }

    private static double awaiting(Composition parts) {
        try {
            return parts.store().events().countAwaitingVector();
        } catch (MnemoliteException e) {
            return Double.NaN;
        }
    }
}
