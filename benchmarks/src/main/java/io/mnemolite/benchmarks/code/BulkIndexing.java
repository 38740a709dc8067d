package io.mnemolite.benchmarks.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.benchmarks.harness.Api;
import io.mnemolite.benchmarks.harness.Machine;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long a repository takes from files to answers by words and along edges. */
final class BulkIndexing {

    private static final long BATCH = 4_000_000;
    private static final double FLOOR = 0.5;
    private static final double MEMORY_PROMISE_MB = 1_500;
    private static final int STATEMENTS_SHOWN = 8;

    private final Server server;
    private final Api api;

    BulkIndexing(Server server) {
        this.server = server;
        this.api = server.api();
    }

    private record Statement(String text, long calls, double millis) {}

    String measure(String repository, JdkSources sources) {
        IndexedCode code = new IndexedCode(server);
        List<Map<String, String>> batches = sources.batches(BATCH);
        double megabytes = JdkSources.bytes(sources.files()) / 1e6;
        Duration processorBefore = processorTime();
        long start = System.nanoTime();
        long chunks = 0;
        for (Map<String, String> batch : batches) {
            chunks += code.index(repository, batch, new IndexedCode.Wishes(false, false))
                    .path("indexed_chunks")
                    .asLong();
        }
        double searchable = seconds(start);
        JsonNode built = api.post("/v1/code/graph/build", "{\"repository\":\"" + repository + "\"}");
        double all = seconds(start);
        double processor = processorTime().minus(processorBefore).toMillis() / 1e3;
        int cores = Runtime.getRuntime().availableProcessors();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "java.base: %,d files, %.1f MB, %,d chunks, in %d requests, then one to build the graph: %s symbols, %s edges,"
                        + " %s %% of the call sites inside resolved. The server is fresh and cold, and has the launcher's flags"
                        + " (-Xmx512m).%n%n",
                sources.files().size(),
                megabytes,
                chunks,
                batches.size(),
                built.path("total_nodes").asText(),
                built.path("total_edges").asText(),
                built.path("resolution_accuracy").asText()));
        double perProcessorSecond = megabytes / processor;
        text.append(String.format(
                Locale.ROOT,
                "- **%.2f MB per second of processor time** (server and PostgreSQL together: %.0f s), promised 0.5 per core: %s%n"
                        + "- by the clock %.0f s (%.0f s searchable by words, %.0f s more for the graph): %.2f MB/s, %.2f for each of"
                        + " %d cores, whoever else used them%n",
                perProcessorSecond,
                processor,
                Report.verdict(perProcessorSecond >= FLOOR),
                all,
                searchable,
                all - searchable,
                megabytes / all,
                megabytes / all / cores,
                cores));
        double peak = Machine.number(Machine.field(
                        Path.of("/proc", Long.toString(server.handle().pid()), "status"), "VmHWM"))
                / 1e3;
        text.append(String.format(
                Locale.ROOT,
                "- peak resident memory of the server %.0f MB, promised at most 1,500: %s%n%n",
                peak,
                Report.verdict(peak <= MEMORY_PROMISE_MB)));
        return text.append(steps(megabytes)).toString();
    }

    private String steps(double megabytes) {
        List<Statement> statements = statements();
        double store = statements.stream().mapToDouble(Statement::millis).sum() / 1e3;
        JsonNode times = api.get("/v1/code/index/status").path("times_ms");
        StringBuilder text = new StringBuilder("| step | seconds, summed over threads | MB/s |\n|---|---|---|\n");
        times.properties()
                .forEach(time -> step(text, time.getKey(), time.getValue().asDouble() / 1e3, megabytes));
        step(text, "store: all SQL statements, some of them within the steps above", store, megabytes);
        text.append("\n| statement | calls | seconds |\n|---|---|---|\n");
        statements.stream()
                .sorted(Comparator.comparingDouble(Statement::millis).reversed())
                .limit(STATEMENTS_SHOWN)
                .forEach(statement -> text.append(String.format(
                        Locale.ROOT,
                        "| `%s` | %,d | %.1f |%n",
                        shown(statement.text()),
                        statement.calls(),
                        statement.millis() / 1e3)));
        return text.append('\n').toString();
    }

    private static void step(StringBuilder text, String name, double seconds, double megabytes) {
        text.append(String.format(Locale.ROOT, "| %s | %.1f | %.2f |%n", name, seconds, megabytes / seconds));
    }

    private static String shown(String statement) {
        String flat = statement.replace("|", " ").replace("`", "");
        return flat.length() <= 140 ? flat : flat.substring(0, 140) + "…";
    }

    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        for (JsonNode one :
                api.get("/performance/database/slow-queries?limit=100").path("slow_queries")) {
            long calls = one.path("calls").asLong();
            statements.add(new Statement(
                    one.path("query").asText(),
                    calls,
                    calls * one.path("mean_ms").asDouble()));
        }
        return statements;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Of the server and what it started. */
    private Duration processorTime() {
        return server.handle()
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(server.processorTime(), Duration::plus);
    }
}
