package io.mnemolite.benchmarks.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.benchmarks.harness.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The graph as a server exports it, to draw questions from. */
final class ExportedGraph {

    private final List<Symbol> symbols = new ArrayList<>();
    private final Map<String, List<Symbol>> byFile = new HashMap<>();

    /** What each symbol calls, by ids; a target occurs as often as it is called. */
    private final Map<String, List<String>> calls = new HashMap<>();

    private final List<String> called = new ArrayList<>();

    /** A definition. */
    record Symbol(String id, String name, int start, int end) {}

    static ExportedGraph of(Api api, String repository) {
        ExportedGraph graph = new ExportedGraph();
        String text = new String(
                api.response("/v1/code/graph/export?repository=" + repository).body(), StandardCharsets.UTF_8);
        List<JsonNode> sites = new ArrayList<>();
        text.lines().map(ExportedGraph::parse).forEach(line -> {
            if (line.path("type").asText().equals("symbol")) {
                graph.add(line);
            } else if (line.path("target").isTextual()) {
                sites.add(line);
            }
        });
        sites.forEach(graph::connect);
        return graph;
    }

    private static JsonNode parse(String line) {
        try {
            return Api.JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(JsonNode line) {
        Symbol symbol = new Symbol(
                line.path("id").asText(),
                line.path("qualified_name").asText(),
                line.path("start_line").asInt(),
                line.path("end_line").asInt());
        symbols.add(symbol);
        byFile.computeIfAbsent(line.path("file").asText(), absent -> new ArrayList<>())
                .add(symbol);
    }

    private void connect(JsonNode site) {
        int line = site.path("line").asInt();
        Optional<Symbol> caller = byFile.getOrDefault(site.path("file").asText(), List.of()).stream()
                .filter(symbol -> symbol.start() <= line && line <= symbol.end())
                .min((one, other) -> Integer.compare(one.end() - one.start(), other.end() - other.start()));
        String target = site.path("target").asText();
        called.add(target);
        caller.ifPresent(symbol ->
                calls.computeIfAbsent(symbol.id(), absent -> new ArrayList<>()).add(target));
    }

    int symbolCount() {
        return symbols.size();
    }

    int edgeSites() {
        return called.size();
    }

    Symbol anySymbol(Random random) {
        return symbols.get(random.nextInt(symbols.size()));
    }

    /** What is called often is drawn often. */
    String anyCalled(Random random) {
        return called.get(random.nextInt(called.size()));
    }

    /** Both ends of a walk along so many calls at most. */
    List<String> walk(Random random, int steps) {
        List<String> callers = List.copyOf(calls.keySet());
        String start = callers.get(random.nextInt(callers.size()));
        String at = start;
        for (int i = 0; i < steps && calls.containsKey(at); i++) {
            List<String> next = calls.getOrDefault(at, List.of());
            at = next.get(random.nextInt(next.size()));
        }
        return List.of(start, at);
    }
}
