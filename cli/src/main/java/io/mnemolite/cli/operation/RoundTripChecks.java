package io.mnemolite.cli.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Answer;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.operation.Check.Trouble;
import io.mnemolite.cli.terminal.Quantity;
import java.util.List;
import java.util.UUID;

/** Things stored, found, changed and deleted again: what is left is what was there before. */
final class RoundTripChecks {

    /** Nobody else has it, so that nothing of anybody else is found or deleted. */
    private final String mark = "doctor" + UUID.randomUUID().toString().replace("-", "");

    static List<Check> all() {
        RoundTripChecks trips = new RoundTripChecks();
        return List.of(
                new Check("an event", trips::event),
                new Check("a graph", trips::graph),
                new Check("code", trips::code),
                new Check("store and index agree", RoundTripChecks::verification));
    }

    private String event(ServerConnection server) {
        ObjectNode wanted = Json.object();
        wanted.putObject("content").put("text", "A check of the server: " + mark);
        wanted.putObject("metadata").put("doctor", mark);
        String id = server.post(Routes.REMEMBER, wanted).path("id").asText();
        try {
            same("the event that was stored", mark, server.get(Routes.event(id)).at("/metadata/doctor"));
            ObjectNode query =
                    Json.object().put("query", mark).put("mode", "lexical").put("limit", 5);
            same(
                    "the event found by its words",
                    id,
                    server.post(Routes.SEARCH, query).at("/events/0/id"));
            ObjectNode change = Json.object();
            change.set("content", wanted.path("content"));
            change.putObject("metadata").put("doctor", mark).put("seen", true);
            server.put(Routes.event(id), change);
            ObjectNode filter = Json.object().put("limit", 5);
            filter.putObject("metadata").put("doctor", mark).put("seen", true);
            same(
                    "the event found by its new metadata",
                    id,
                    server.post(Routes.SEARCH, filter).at("/events/0/id"));
        } finally {
            server.delete(Routes.event(id));
        }
        gone(server, Routes.event(id));
        return "stored, read, found, changed, found again, deleted";
    }

    private String graph(ServerConnection server) {
        String first = node(server, "first");
        String second = "";
        try {
            second = node(server, "second");
            server.post(
                    Routes.GRAPH_EDGES,
                    Json.object().put("source", first).put("target", second).put("relation", "checks"));
            JsonNode around = server.get(Routes.graphAround(first));
            if (around.path("nodes").size() != 2 || around.path("edges").size() != 1) {
                throw new Trouble("Two nodes and an edge were stored; around the first there are "
                        + around.path("nodes").size() + " and "
                        + around.path("edges").size() + ".");
            }
        } finally {
            server.delete(Routes.graphNode(first));
            if (!second.isEmpty()) {
                server.delete(Routes.graphNode(second));
            }
        }
        gone(server, Routes.graphNode(first));
        return "two nodes connected, walked, deleted";
    }

    private String node(ServerConnection server, String name) {
        ObjectNode node = Json.object().put("label", mark + " " + name).put("type", "doctor");
        return server.post(Routes.GRAPH_NODES, node).path("id").asText();
    }

    private String code(ServerConnection server) {
        String repository = "mnemolite-" + mark;
        ObjectNode request = Json.object().put("repository", repository).put("generate_embeddings", false);
        request.putArray("files")
                .addObject()
                .put("path", "check.py")
                .put("content", "def " + mark + "():\n    return 1\n\n\ndef calls():\n    return " + mark + "()\n");
        try {
            JsonNode indexed = server.work(Routes.CODE_INDEX, request);
            if (indexed.path("indexed_files").asInt() != 1) {
                throw new Trouble("A file of two functions was not indexed: " + Json.print(indexed.path("errors")));
            }
            ObjectNode query = Json.object().put("query", mark).put("limit", 5);
            query.putObject("filters").put("repository", repository);
            same(
                    "the function found by its name",
                    "check.py",
                    server.post(Routes.CODE_SEARCH_LEXICAL, query).at("/results/0/file_path"));
            String symbol = server.get(Routes.codeSymbols(mark).route())
                    .at("/symbols/0/id")
                    .asText();
            JsonNode callers =
                    server.get(Routes.codeNeighbours("callers", symbol).route());
            same("its caller", "calls", callers.at("/callers/0/name"));
        } finally {
            server.delete(Routes.codeRepository(repository));
        }
        return "a file indexed, found, its caller named, deleted";
    }

    private static String verification(ServerConnection server) {
        JsonNode report = server.get(Routes.VERIFY);
        for (JsonNode check : report.path("checks")) {
            if (!check.path("ok").asBoolean()) {
                throw new Trouble(check.path("name").asText() + ": "
                        + check.path("detail").asText());
            }
        }
        return Quantity.counted(report.path("checks").size(), "comparison") + " passed";
    }

    private static void same(String what, String expected, JsonNode found) {
        if (!found.asText().equals(expected)) {
            throw new Trouble("Expected " + what + ", '" + expected + "'; the server gave '" + found.asText() + "'.");
        }
    }

    private static void gone(ServerConnection server, String route) {
        Answer answer = server.ask(route);
        if (answer.status() != 404) {
            throw new Trouble("GET " + route + " answers " + answer.status() + " after it was deleted; 404 is right.");
        }
    }
}
