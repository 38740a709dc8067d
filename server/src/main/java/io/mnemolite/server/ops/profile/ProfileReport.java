package io.mnemolite.server.ops.profile;

import io.mnemolite.core.operation.CacheMonitor.CacheFigures;
import io.mnemolite.core.operation.StoreMonitor.StatementFigures;
import io.mnemolite.core.timing.Phase;
import io.mnemolite.server.front.RequestProfile.Endpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what was measured into the members of the answer. */
final class ProfileReport {

    private static final int SHOWN = 20;

    /** Less than this share of all samples is not worth a place in the picture. */
    private static final double SMALLEST_SHARE = 0.001;

    private ProfileReport() {}

    static List<Map<String, Object>> endpoints(Map<String, Endpoint> endpoints, double seconds) {
        List<Map<String, Object>> entries = new ArrayList<>();
        endpoints.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        of -> -of.getValue().mean() * of.getValue().count()))
                .forEach(of -> entries.add(endpoint(of.getKey(), of.getValue(), seconds)));
        return entries;
    }

    private static Map<String, Object> endpoint(String name, Endpoint of, double seconds) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("endpoint", name);
        entry.put("requests", of.count());
        entry.put("failed", of.failed());
        entry.put("per_second", of.count() / seconds);
        entry.put("mean_ms", of.mean());
        entry.put("p50_ms", of.p50());
        entry.put("p95_ms", of.p95());
        entry.put("p99_ms", of.p99());
        entry.put("max_ms", of.max());
        Map<String, Object> phases = new LinkedHashMap<>();
        double rest = of.mean();
        for (Phase phase : Phase.values()) {
            double mean = of.phases().getOrDefault(phase, 0.0);
            phases.put(phase.wireName(), mean);
            rest -= mean;
        }
        // A load of a cache may have served several requests and belongs to the first.
        phases.put("rest", Math.max(0, rest));
        entry.put("phases_ms", phases);
        return entry;
    }

    /** The statements that took longest in all between two readings. */
    static List<Map<String, Object>> statements(List<StatementFigures> before, List<StatementFigures> after) {
        Map<String, StatementFigures> earlier = new LinkedHashMap<>();
        before.forEach(statement -> earlier.put(statement.statement(), statement));
        List<Spent> all = new ArrayList<>();
        for (StatementFigures now : after) {
            StatementFigures then = earlier.get(now.statement());
            long calls = now.calls() - (then == null ? 0 : then.calls());
            if (calls > 0) {
                all.add(new Spent(now.statement(), calls, total(now) - (then == null ? 0 : total(then))));
            }
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(Spent::millis).reversed())
                .limit(SHOWN)
                .map(Spent::entry)
                .toList();
    }

    private record Spent(String statement, long calls, double millis) {

        Map<String, Object> entry() {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("statement", statement);
            entry.put("calls", calls);
            entry.put("total_ms", millis);
            entry.put("mean_ms", millis / calls);
            return entry;
        }
    }

    private static double total(StatementFigures of) {
        return of.calls() * of.meanMilliseconds();
    }

    static Map<String, Object> cache(CacheFigures before, CacheFigures after) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("hits", after.hits() - before.hits());
        entry.put("misses", after.misses() - before.misses());
        entry.put("items", after.items());
        entry.put("invalidations", after.invalidations() - before.invalidations());
        return entry;
    }

    static Map<String, Object> allocation(Map<String, Long> allocated, double seconds) {
        long total = allocated.values().stream().mapToLong(Long::longValue).sum();
        List<Map<String, Object>> sites = new ArrayList<>();
        allocated.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .forEach(site -> sites.add(Map.of("method", site.getKey(), "bytes", site.getValue())));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("bytes_per_second", total / seconds);
        entry.put("sites", sites);
        return entry;
    }

    static StackTree.Node execution(StackTree stacks) {
        return stacks.node("all", (long) Math.ceil(stacks.samples() * SMALLEST_SHARE));
    }
}
