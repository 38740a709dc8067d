package io.mnemolite.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.benchmarks.harness.Api;
import io.mnemolite.benchmarks.harness.ClosedLoop;
import io.mnemolite.benchmarks.harness.Folder;
import io.mnemolite.benchmarks.harness.Numbers;
import io.mnemolite.benchmarks.harness.Profile;
import io.mnemolite.benchmarks.harness.RawRequest;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads by id that the event cache answers, against a floor server that answers the same bytes. */
final class CachedRead implements Scenario {

    private static final int CONNECTIONS = 50;
    private static final int EVENTS = 500;
    private static final double PROMISE = 0.70;

    /** Statements, hits and requests of the measured rounds. */
    private static final class Counted {
        private final Map<String, Long> statements = new TreeMap<>();
        private long hits;
        private long misses;
        private long requests;
    }

    @Override
    public String title() {
        return "cached-read: GET /v1/events/{id} from the cache";
    }

    @Override
    public String measure(Settings settings) {
        Path home = Corpus.emptyHome(settings, "cached-read");
        try (Server product = Server.start(settings, home, Server.Embedding.MOCK)) {
            List<String> paths = store(product.api());
            try (Server floor = floor(settings, product.api().response(paths.getFirst()))) {
                return compare(settings, product, floor, paths);
            }
        } finally {
            Folder.delete(home);
        }
    }

    private static List<String> store(Api api) {
        Corpus corpus = new Corpus(1);
        JsonNode stored = api.post("/v1/events/batch", Corpus.batch(EVENTS, corpus::event));
        List<String> paths = new ArrayList<>();
        stored.path("events")
                .forEach(event -> paths.add("/v1/events/" + event.path("id").asText()));
        return paths;
    }

    private static Server floor(Settings settings, HttpResponse<byte[]> answer) {
        try {
            Path body = settings.work().resolve("floor-body");
            Files.write(body, answer.body());
            List<String> arguments = new ArrayList<>(List.of(body.toString()));
            answer.headers().map().forEach((name, values) -> {
                if (!name.equals("content-length")) {
                    arguments.addAll(List.of(name, values.getFirst()));
                }
            });
            return Server.start(settings, FloorServer.class, arguments.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String compare(Settings settings, Server product, Server floor, List<String> paths) {
        Duration warmUp = Duration.ofSeconds(settings.pick(6, 20));
        Duration round = Duration.ofSeconds(settings.pick(5, 10));
        int rounds = settings.pick(6, 10);
        Supplier<ByteBuffer> requests = inTurn(paths);
        prime(product, paths);
        for (int i = 0; i < 2; i++) {
            ClosedLoop.run(product.port(), CONNECTIONS, warmUp, Long.MAX_VALUE, requests);
            ClosedLoop.run(floor.port(), CONNECTIONS, warmUp, Long.MAX_VALUE, requests);
        }
        List<Double> productRates = new ArrayList<>();
        List<Double> floorRates = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        ClosedLoop.Outcome last = null;
        Counted counted = new Counted();
        for (int i = 0; i < rounds; i++) {
            prime(product, paths);
            last = counting(product, counted, round, requests);
            productRates.add(last.perSecond());
            shares.add(last.generatorShare());
            floorRates.add(ClosedLoop.run(floor.port(), CONNECTIONS, round, Long.MAX_VALUE, requests)
                    .perSecond());
        }
        prime(product, paths);
        Map<String, Long> profile = Profile.of(
                product.handle().pid(),
                settings.work().resolve("cached-read.jfr"),
                () -> ClosedLoop.run(product.port(), CONNECTIONS, round, Long.MAX_VALUE, requests));
        return section(productRates, floorRates, shares, counted, profile, last);
    }

    private static String section(
            List<Double> productRates,
            List<Double> floorRates,
            List<Double> shares,
            Counted counted,
            Map<String, Long> profile,
            ClosedLoop.@Nullable Outcome last) {
        double ratio = Numbers.median(productRates) / Numbers.median(floorRates);
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%d keep-alive connections, %d events of which each is in the cache, floor: Vert.x in a JVM of its own with"
                        + " the same flags, event loops, headers and bytes. Rounds alternate.%n%n",
                CONNECTIONS,
                EVENTS));
        text.append("| | requests/s, median | rounds |\n|---|---|---|\n");
        text.append(String.format(
                Locale.ROOT,
                "| MnemoLite | %.0f | %s |%n| floor | %.0f | %s |%n%n",
                Numbers.median(productRates),
                Numbers.list(productRates, "%.0f"),
                Numbers.median(floorRates),
                Numbers.list(floorRates, "%.0f")));
        text.append(String.format(
                Locale.ROOT,
                "- Ratio of medians **%.2f**, promised at least %.2f: %s.%n",
                ratio,
                PROMISE,
                Report.verdict(ratio >= PROMISE)));
        if (last != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "- Last round p50 %.2f ms, p95 %.2f ms, p99 %.2f ms; the generator used %.0f %% of the processors.%n",
                    last.millis(50),
                    last.millis(95),
                    last.millis(99),
                    100 * Numbers.median(shares)));
        }
        text.append(String.format(
                Locale.ROOT,
                "- Counters over the measured rounds: %,d requests, %,d hits, %,d misses; SQL statements by text: %s.%n",
                counted.requests,
                counted.hits,
                counted.misses,
                counted.statements.isEmpty() ? "none" : counted.statements));
        text.append(String.format(
                Locale.ROOT, "- Profile of one more round, samples by what is on the stack: %s.%n", profile));
        return text.toString();
    }

    private static ClosedLoop.Outcome counting(
            Server product, Counted counted, Duration round, Supplier<ByteBuffer> requests) {
        Api api = product.api();
        Map<String, Long> statements = api.statementCalls();
        JsonNode cache = api.get("/v1/events/cache/stats").path("event_cache");
        ClosedLoop.Outcome outcome = ClosedLoop.run(product.port(), CONNECTIONS, round, Long.MAX_VALUE, requests);
        JsonNode after = api.get("/v1/events/cache/stats").path("event_cache");
        counted.requests += outcome.answers();
        counted.hits += after.path("hits").asLong() - cache.path("hits").asLong();
        counted.misses += after.path("misses").asLong() - cache.path("misses").asLong();
        api.statementCalls().forEach((statement, calls) -> {
            long more = calls - statements.getOrDefault(statement, 0L);
            if (more > 0) {
                counted.statements.merge(
                        "`" + statement.substring(0, Math.min(200, statement.length())) + "…`", more, Long::sum);
            }
        });
        return outcome;
    }

    /** Fills the cache anew, so that no entry's time runs out within a round. */
    private static void prime(Server product, List<String> paths) {
        Api api = product.api();
        api.post("/performance/cache/clear", "");
        paths.forEach(api::get);
    }

    private static Supplier<ByteBuffer> inTurn(List<String> paths) {
        List<ByteBuffer> requests = paths.stream().map(RawRequest::get).toList();
        int[] next = {0};
        return () -> requests.get(next[0]++ % requests.size());
    }
}
