package io.mnemolite.benchmarks;

import io.mnemolite.benchmarks.harness.Api;
import io.mnemolite.benchmarks.harness.ClosedLoop;
import io.mnemolite.benchmarks.harness.Machine;
import io.mnemolite.benchmarks.harness.RawRequest;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Resident memory of the server after it has worked, beside that of its PostgreSQL. */
final class Memory implements Scenario {

    private static final double PROMISE_MB = 700;

    @Override
    public String title() {
        return "memory: resident size after work, real model";
    }

    @Override
    public String measure(Settings settings) {
        int count = settings.pick(2_000, 10_000);
        RealHome home = new RealHome(settings);
        home.prepare();
        try (Server server = Server.start(settings, home.path(), Server.Embedding.REAL)) {
            long idle = kilobytes(server.handle(), "Anonymous");
            Texts texts = new Texts(11);
            Corpus corpus = new Corpus(12);
            work(
                    server,
                    count,
                    () -> RawRequest.post(
                            "/v1/search/",
                            Api.JSON
                                    .createObjectNode()
                                    .put("mode", "hybrid")
                                    .put("query", texts.question())
                                    .toString()));
            work(
                    server,
                    count,
                    () -> RawRequest.post(
                            "/v1/events/", corpus.event(texts.sentence()).toString()));
            long anonymous = kilobytes(server.handle(), "Anonymous");
            long file = Machine.number(Machine.field(proc(server.handle(), "status"), "RssFile"));
            long heap = server.api()
                    .get("/performance/metrics")
                    .path("gauges")
                    .path("heap_used_bytes")
                    .asLong();
            List<ProcessHandle> database = server.handle().descendants().toList();
            double proportional = database.stream()
                            .filter(ProcessHandle::isAlive)
                            .mapToLong(process -> kilobytes(process, "Pss:"))
                            .sum()
                    / 1e3;
            return String.format(
                            Locale.ROOT,
                            "%,d events, real model, -Xmx512m; after %,d hybrid searches and %,d writes at 8 connections. %s%n%n",
                            settings.events(),
                            count,
                            count,
                            RealHome.EXPLANATION)
                    + String.format(
                            Locale.ROOT,
                            "- Anonymous memory of the server process **%.0f MB**, promised at most %.0f: %s (%.0f MB right after"
                                    + " its start).%n",
                            anonymous / 1e3,
                            PROMISE_MB,
                            Report.verdict(anonymous / 1e3 <= PROMISE_MB),
                            idle / 1e3)
                    + String.format(
                            Locale.ROOT,
                            "- Mapped files beside it: %.0f MB resident (the index, jars, native libraries; the kernel may take"
                                    + " them back). Heap in use: %.0f MB.%n",
                            file / 1e3,
                            heap / 1e6)
                    + String.format(
                            Locale.ROOT,
                            "- PostgreSQL: %d processes, %.0f MB proportional set size.%n",
                            database.size(),
                            proportional);
        } finally {
            // It holds more events now than its name says.
            home.remove();
        }
    }

    private static void work(Server server, int count, Supplier<ByteBuffer> requests) {
        ClosedLoop.run(server.port(), 8, Duration.ofMinutes(3), count, requests);
    }

    private static long kilobytes(ProcessHandle process, String name) {
        return Machine.number(Machine.field(proc(process, "smaps_rollup"), name));
    }

    private static Path proc(ProcessHandle process, String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }
}
