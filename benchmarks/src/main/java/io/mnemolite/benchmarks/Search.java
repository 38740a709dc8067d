package io.mnemolite.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.benchmarks.harness.Api;
import io.mnemolite.benchmarks.harness.ClosedLoop;
import io.mnemolite.benchmarks.harness.Numbers;
import io.mnemolite.benchmarks.harness.RawRequest;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.search.IndexSnapshot;
import io.mnemolite.embedding.onnx.OnnxEmbedder;
import io.mnemolite.lucene.LuceneEventIndex;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Hybrid searches with queries that were never seen before, at one connection, on a full index with the real model. */
final class Search implements Scenario {

    /** Candidates that a hybrid search takes from each channel. */
    private static final int POOL = 100;

    private static final double PROMISE_MS = 10;
    private static final double INDEX_PROMISE_MS = 2;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Texts questions = new Texts(7);

    @Override
    public String title() {
        return "search: hybrid, unseen queries, real model";
    }

    @Override
    public String measure(Settings settings) {
        int count = settings.pick(1_000, 5_000);
        RealHome home = new RealHome(settings);
        home.prepare();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d events, 1 connection, %,d queries each, every query new. %s%n%n",
                settings.events(),
                count,
                RealHome.EXPLANATION));
        text.append("| | p50 ms | p95 ms | p99 ms | promised |\n|---|---|---|---|---|\n");
        try (OnnxEmbedder model = RealHome.model(settings)) {
            try (Server server = Server.start(settings, home.path(), Server.Embedding.REAL)) {
                // The first requests compile the code; the vectors of the JSON queries are made before they are
                // measured.
                run(server, Math.min(2_000, 2 * count), this::hybrid);
                Corpus.settle(server);
                ClosedLoop.Outcome hybrid = run(server, count, this::hybrid);
                row(text, "POST /v1/search, mode hybrid: model, index, rows, JSON", hybrid, PROMISE_MS);
                row(text, "the same without vectors in the answer", run(server, count, this::withoutVectors), 0);
                row(text, "mode lexical, so no model", run(server, count, this::lexical), 0);
                Iterator<EmbeddingVector> vectors =
                        model.embed(questions(count)).iterator();
                row(text, "GET with a JSON vector, so no model", run(server, count, query -> byVector(vectors)), 0);
                row(text, "filter only, so neither model nor index", run(server, count, this::filter), 0);
                text.append(checkAnswers(server.api()));
            }
            text.insert(text.lastIndexOf("|\n") + 2, inProcess(home, model, count));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String name, ClosedLoop.Outcome outcome, double promise) {
        text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s |%n",
                name,
                Report.latencies(outcome),
                promise(outcome.millis(95), promise)));
    }

    private static String promise(double p95, double promise) {
        return promise == 0
                ? ""
                : String.format(Locale.ROOT, "p95 ≤ %.0f: %s", promise, Report.verdict(p95 <= promise));
    }

    /** The model and the index alone, each in this program with the server's flags and files. */
    private String inProcess(RealHome home, OnnxEmbedder model, int count) {
        List<Double> modelTimes = new ArrayList<>();
        List<Double> indexTimes = new ArrayList<>();
        try (LuceneEventIndex index =
                LuceneEventIndex.open(home.index(), model.space().dimension())) {
            for (String query : questions(2 * count)) {
                long start = System.nanoTime();
                EmbeddingVector vector = model.embed(query);
                long embedded = System.nanoTime();
                try (IndexSnapshot snapshot = index.snapshot()) {
                    snapshot.nearest(vector, POOL, EventFilter.ALL);
                    snapshot.lexical(query, POOL, EventFilter.ALL);
                }
                modelTimes.add((embedded - start) / 1e6);
                indexTimes.add((System.nanoTime() - embedded) / 1e6);
            }
        }
        // The first half warms up.
        return inProcessRow("the model alone, in the benchmark's process", modelTimes.subList(count, 2 * count), 0)
                + inProcessRow(
                        "the index alone (nearest 100 and best 100 by words), in the benchmark's process",
                        indexTimes.subList(count, 2 * count),
                        INDEX_PROMISE_MS);
    }

    private static String inProcessRow(String name, List<Double> millis, double promise) {
        double p95 = Numbers.percentile(millis, 95);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %s |%n",
                name,
                Numbers.percentile(millis, 50),
                p95,
                Numbers.percentile(millis, 99),
                promise(p95, promise));
    }

    private ClosedLoop.Outcome run(Server server, int count, Function<String, ByteBuffer> request) {
        Supplier<ByteBuffer> next = () -> request.apply(questions.question() + " " + count);
        return ClosedLoop.run(server.port(), 1, LONGEST, count, next);
    }

    private List<String> questions(int count) {
        return Stream.generate(questions::question).limit(count).toList();
    }

    private ByteBuffer hybrid(String query) {
        return RawRequest.post("/v1/search/", body("hybrid", query).toString());
    }

    private ByteBuffer withoutVectors(String query) {
        return RawRequest.post(
                "/v1/search/",
                body("hybrid", query).put("include_embedding", false).toString());
    }

    private ByteBuffer lexical(String query) {
        return RawRequest.post("/v1/search/", body("lexical", query).toString());
    }

    private ByteBuffer filter(String query) {
        // A bound that no earlier request had, so that the search cache has no answer.
        ObjectNode body = Api.JSON.createObjectNode();
        body.put("ts_start", "2020-01-01T00:00:00." + Math.abs(query.hashCode() % 1_000_000) + "Z");
        return RawRequest.post("/v1/search/", body.toString());
    }

    private static ByteBuffer byVector(Iterator<EmbeddingVector> vectors) {
        StringBuilder json = new StringBuilder("[");
        for (float number : vectors.next().toArray()) {
            json.append(json.length() == 1 ? "" : ",").append(String.format(Locale.ROOT, "%.6f", number));
        }
        return RawRequest.get(
                "/v1/search/?vector_query=" + URLEncoder.encode(json.append(']').toString(), StandardCharsets.UTF_8));
    }

    private static ObjectNode body(String mode, String query) {
        return Api.JSON.createObjectNode().put("mode", mode).put("query", query);
    }

    private String checkAnswers(Api api) {
        JsonNode answer = api.post(
                "/v1/search/",
                body("hybrid", questions.question()).put("explain", true).toString());
        return String.format(
                Locale.ROOT,
                "%nOne of the answers: %d events of a total of %d; candidates: %s by vector, %s by words.%n",
                answer.path("events").size(),
                answer.path("total").asInt(),
                answer.path("explanation").path("vector_candidates"),
                answer.path("explanation").path("lexical_candidates"));
    }
}
