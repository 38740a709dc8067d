package io.mnemolite.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.benchmarks.harness.Api;
import io.mnemolite.benchmarks.harness.ClosedLoop;
import io.mnemolite.benchmarks.harness.Folder;
import io.mnemolite.benchmarks.harness.RawRequest;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Sustained durable writes with mock vectors, on an index that is filled before. */
final class Writes implements Scenario {

    private static final int BATCH = 100;
    private static final int BATCH_CONNECTIONS = 8;
    private static final int CONNECTIONS = 32;
    private static final double SINGLE_PROMISE = 1_200;
    private static final double BATCH_PROMISE = 2_500;
    private static final double VISIBLE_PROMISE_MS = 50;

    /** How long after the last write the first search answered, and what it saw. */
    private record Visible(double millis, long found, long expected) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "answered after %.1f ms with %d of %d: %s",
                    millis,
                    found,
                    expected,
                    Report.verdict(found == expected && millis <= VISIBLE_PROMISE_MS));
        }
    }

    @Override
    public String title() {
        return "writes: durable writes, mock vectors";
    }

    @Override
    public String measure(Settings settings) {
        Path home = Corpus.emptyHome(settings, "writes");
        Duration time = Duration.ofSeconds(settings.pick(15, 60));
        try (Server server = Server.start(settings, home, Server.Embedding.MOCK)) {
            Corpus corpus = new Corpus(1);
            // The first search of a process loads its classes, which is the start's matter.
            server.api().post("/v1/events/", corpus.event().toString());
            server.api().post("/v1/search/", "{\"mode\":\"lexical\",\"query\":\"the release\"}");
            ClosedLoop.Outcome load = Corpus.load(server, settings.events(), corpus::event);

            Duration processorBefore = server.processorTime();
            ClosedLoop.Outcome single =
                    ClosedLoop.run(server.port(), CONNECTIONS, time, Long.MAX_VALUE, () -> single(corpus));
            Visible singleVisible = searchLast(server.api(), corpus, 1);
            double serverShare = share(server.processorTime().minus(processorBefore), single.time());
            Corpus.settle(server);
            ClosedLoop.Outcome batch =
                    ClosedLoop.run(server.port(), BATCH_CONNECTIONS, time, Long.MAX_VALUE, () -> batch(corpus::event));
            Visible batchVisible = searchLast(server.api(), corpus, BATCH);
            long total = server.api()
                    .get("/v1/search/")
                    .path("meta")
                    .path("total_hits")
                    .asLong();

            double events = batch.perSecond() * BATCH;
            return String.format(
                            Locale.ROOT,
                            "%,d events loaded before by batches (%.0f events/s); %d s each, PostgreSQL with fsync on the same"
                                    + " two processors as server and generator.%n%n",
                            settings.events(),
                            load.perSecond() * 200,
                            time.toSeconds())
                    + "| | events/s | promised | p50 ms | p95 ms | p99 ms | generator's share of the processors |\n"
                    + "|---|---|---|---|---|---|---|\n"
                    + String.format(
                            Locale.ROOT,
                            "| POST /v1/events/, %d connections | **%.0f** | %.0f: %s | %s | %.0f %% |%n",
                            CONNECTIONS,
                            single.perSecond(),
                            SINGLE_PROMISE,
                            Report.verdict(single.perSecond() >= SINGLE_PROMISE),
                            Report.latencies(single),
                            100 * single.generatorShare())
                    + String.format(
                            Locale.ROOT,
                            "| POST /v1/events/batch, %d events each, %d connections | **%.0f** | %.0f: %s | %s | %.0f %% |%n%n",
                            BATCH,
                            BATCH_CONNECTIONS,
                            events,
                            BATCH_PROMISE,
                            Report.verdict(events >= BATCH_PROMISE),
                            Report.latencies(batch),
                            100 * batch.generatorShare())
                    + String.format(
                            Locale.ROOT,
                            "- The JVM of the server used %.0f %% of the processors during single writes.%n"
                                    + "- Search for the last event's word right after single writes %s; after batches %s.%n"
                                    + "- The store holds %,d events at the end.%n",
                            100 * serverShare,
                            singleVisible,
                            batchVisible,
                            total);
        } finally {
            Folder.delete(home);
        }
    }

    private static ByteBuffer single(Corpus corpus) {
        return RawRequest.post("/v1/events/", corpus.event().toString());
    }

    private static ByteBuffer batch(Supplier<ObjectNode> next) {
        return RawRequest.post("/v1/events/batch", Corpus.batch(BATCH, next));
    }

    /** Writes once more, each event with a word that stands nowhere else, and searches it at once. */
    private static Visible searchLast(Api api, Corpus corpus, int count) {
        // Two words: digits at the end of one would be a term of their own.
        String word = count == 1 ? "zyzzyva" : "syzygetic";
        Supplier<ObjectNode> marked = () -> corpus.event("The last of all is " + word);
        if (count == 1) {
            api.post("/v1/events/", marked.get().toString());
        } else {
            api.post("/v1/events/batch", Corpus.batch(count, marked));
        }
        long start = System.nanoTime();
        long found = api.post("/v1/search/", "{\"mode\":\"lexical\",\"limit\":1,\"query\":\"" + word + "\"}")
                .path("total")
                .asLong();
        return new Visible((System.nanoTime() - start) / 1e6, found, count);
    }

    static double share(Duration processor, Duration wall) {
        return (double) processor.toNanos()
                / wall.toNanos()
                / Runtime.getRuntime().availableProcessors();
    }
}
