package io.mnemolite.benchmarks.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.benchmarks.harness.Api;
import io.mnemolite.benchmarks.harness.ClosedLoop;
import io.mnemolite.benchmarks.harness.Folder;
import io.mnemolite.benchmarks.harness.RawRequest;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import io.mnemolite.core.code.IdentifierWords;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** How fast a large repository is indexed, changed, walked through and searched. */
public final class CodeSpeedScenario implements Scenario {

    private static final long SEED = 5;
    private static final String REPOSITORY = "java.base";
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Random random = new Random(SEED);
    private final Set<ByteBuffer> asked = new HashSet<>();

    @Override
    public String title() {
        return "code-speed: the sources of java.base";
    }

    @Override
    public String page() {
        return "issue-3.md";
    }

    @Override
    public String measure(Settings settings) {
        Path home = settings.work().resolve("code-speed");
        Folder.delete(home);
        JdkSources sources = JdkSources.of(REPOSITORY);
        StringBuilder text = new StringBuilder();
        try (Server server = Server.start(settings, home, Server.Embedding.REAL)) {
            String bulk = new BulkIndexing(server).measure(REPOSITORY, sources);
            System.out.println(bulk);
            text.append(bulk);
            text.append(
                    "| request, one at a time | count | p50 ms | p95 ms | p99 ms | promised |\n|---|---|---|---|---|---|\n");
            text.append(new Edits(server).measure(REPOSITORY, sources, settings.pick(60, 200), random));
            ExportedGraph graph = ExportedGraph.of(server.api(), REPOSITORY);
            List<Kind> kinds = new ArrayList<>(walks(graph));
            kinds.addAll(searches(server, graph, sources, settings.pick(40, 160)));
            int count = settings.pick(500, 2_000);
            String first = measured(server, kinds, count, false);
            text.append(measured(server, kinds, count, true));
            text.append(String.format(Locale.ROOT, """

                            The same kinds before that, the first of them that the server answered, while their code was being compiled:

                            | request, one at a time | count | p50 ms | p95 ms | p99 ms |
                            |---|---|---|---|---|
                            %s
                            The graph has %,d symbols and %,d call sites with an edge. No request was asked before. Ends of paths are those of random walks along calls, or any two symbols. Chance is seeded with %d.
                            """, first, graph.symbolCount(), graph.edgeSites(), SEED));
        }
        return text.toString();
    }

    /**
     * What is asked.
     *
     * @param promise milliseconds that 95 of 100 take at most
     */
    private record Kind(String name, double promise, Supplier<ByteBuffer> request) {}

    private List<Kind> walks(ExportedGraph graph) {
        return List.of(
                new Kind("GET callers of what is called often", 5, () -> callers(graph.anyCalled(random))),
                new Kind(
                        "GET callers of any symbol",
                        5,
                        () -> callers(graph.anySymbol(random).id())),
                new Kind("POST path, connected ends", 20, () -> path(graph.walk(random, 2 + random.nextInt(6)))),
                new Kind(
                        "POST path, any two symbols",
                        20,
                        () -> path(List.of(
                                graph.anySymbol(random).id(),
                                graph.anySymbol(random).id()))));
    }

    /** @param embedded how many of the files have vectors */
    private List<Kind> searches(Server server, ExportedGraph graph, JdkSources sources, int embedded) {
        IndexedCode code = new IndexedCode(server);
        List<String> paths = new ArrayList<>(sources.files().keySet());
        Collections.shuffle(paths, random);
        Map<String, String> sample = new LinkedHashMap<>();
        paths.subList(0, embedded)
                .forEach(path -> sample.put(path, sources.files().getOrDefault(path, "")));
        code.index("sample", sample, new IndexedCode.Wishes(true, false));
        long vectors = code.awaitVectors();
        return List.of(
                new Kind("POST lexical, limit 10", 15, () -> search("/v1/code/search/lexical", "limit", words(graph))),
                new Kind(
                        String.format(Locale.ROOT, "POST hybrid, model included, %,d vectors", vectors),
                        15,
                        () -> search("/v1/code/search/hybrid", "top_k", words(graph))));
    }

    /** None that the caches could answer. */
    private ByteBuffer unasked(Supplier<ByteBuffer> request) {
        ByteBuffer drawn = request.get();
        while (!asked.add(drawn.duplicate())) {
            drawn = request.get();
        }
        return drawn;
    }

    private String measured(Server server, List<Kind> kinds, int count, boolean isPromised) {
        StringBuilder rows = new StringBuilder();
        for (Kind kind : kinds) {
            ClosedLoop.Outcome outcome =
                    ClosedLoop.run(server.port(), 1, LONGEST, count, () -> unasked(kind.request()));
            rows.append(String.format(
                    Locale.ROOT, "| %s | %,d | %s |", kind.name(), outcome.answers(), Report.latencies(outcome)));
            if (isPromised) {
                rows.append(String.format(
                        Locale.ROOT,
                        " p95 ≤ %.0f: %s |",
                        kind.promise(),
                        Report.verdict(outcome.millis(95) <= kind.promise())));
            }
            rows.append('\n');
        }
        return rows.toString();
    }

    private static ByteBuffer callers(String id) {
        return RawRequest.get("/v1/code/graph/callers/" + id);
    }

    private static ByteBuffer path(List<String> ends) {
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("source_node_id", ends.getFirst())
                .put("target_node_id", ends.getLast());
        return RawRequest.post("/v1/code/graph/path", body.toString());
    }

    private static ByteBuffer search(String route, String limit, String query) {
        return RawRequest.post(
                route,
                Api.JSON.createObjectNode().put("query", query).put(limit, 10).toString());
    }

    /** Words of two names in an order that no earlier query had. */
    private String words(ExportedGraph graph) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<String> all = IdentifierWords.of(graph.anySymbol(random).name());
            words.addAll(all.subList(Math.max(0, all.size() - 4), all.size()));
        }
        Collections.shuffle(words, random);
        return String.join(" ", words);
    }
}
