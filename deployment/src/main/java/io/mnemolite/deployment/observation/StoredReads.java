package io.mnemolite.deployment.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.deployment.observation.Reads.Kind;
import io.mnemolite.deployment.observation.Reads.Request;
import io.mnemolite.deployment.slot.SlotClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks a server what it stored last, and makes reads of it: events, the memory graph, code. */
record StoredReads(SlotClient slot) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int EVENTS = 200;
    private static final int NODES = 50;
    private static final int REPOSITORIES = 3;
    /** In each repository; every one is asked for its outline. */
    private static final int FILES = 10;

    private static final int SYMBOLS_OF_A_FILE = 5;
    private static final int WORDS = 6;

    Reads find() {
        List<Kind> kinds = new ArrayList<>();
        addEvents(kinds);
        addGraph(kinds);
        addCode(kinds);
        return new Reads(kinds);
    }

    private void addEvents(List<Kind> kinds) {
        List<Request> byId = new ArrayList<>();
        List<Request> byWords = new ArrayList<>();
        List<Request> byMeaning = new ArrayList<>();
        for (JsonNode event : list("/v1/events?include_embedding=false&limit=" + EVENTS, "events")) {
            byId.add(Request.get("/v1/events/" + event.path("id").asText()));
            event.path("content").properties().stream()
                    .map(member -> member.getValue().asText(""))
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .map(StoredReads::firstWords)
                    .ifPresent(words -> {
                        byWords.add(search(words, "lexical"));
                        byMeaning.add(search(words, "hybrid"));
                    });
        }
        add(kinds, "events by id", byId);
        add(kinds, "lists of events", List.of(Request.get("/v1/events?limit=10&include_embedding=false")));
        add(kinds, "searches by words", byWords);
        add(kinds, "searches by words and meaning", byMeaning);
    }

    private static Request search(String words, String mode) {
        ObjectNode body = JSON.createObjectNode()
                .put("query", words)
                .put("mode", mode)
                .put("limit", 10)
                .put("include_embedding", false);
        return Request.post("/v1/search/", body);
    }

    private static String firstWords(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1)).limit(WORDS).collect(Collectors.joining(" "));
    }

    private void addGraph(List<Kind> kinds) {
        String newest = "/api/graph/nodes?limit=" + NODES;
        List<Request> neighbourhoods = new ArrayList<>();
        for (JsonNode node : list(newest, "nodes")) {
            neighbourhoods.add(
                    Request.get("/api/graph/expand/" + node.at("/data/id").asText()));
        }
        if (!neighbourhoods.isEmpty()) {
            add(kinds, "lists of nodes", List.of(Request.get(newest)));
            add(kinds, "neighbourhoods of nodes", neighbourhoods);
        }
    }

    private void addCode(List<Kind> kinds) {
        List<Request> outlines = new ArrayList<>();
        List<Request> callers = new ArrayList<>();
        List<Request> searches = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        list("/v1/code/index/repositories", "repositories").stream()
                .limit(REPOSITORIES)
                .map(repository -> encoded(repository.path("repository").asText()))
                .forEach(repository -> {
                    String files = "/v1/code/index/files?limit=" + FILES + "&repository=" + repository;
                    for (JsonNode file : list(files, "files")) {
                        String outline = "/v1/code/outline?repository=" + repository + "&path="
                                + encoded(file.path("path").asText());
                        outlines.add(Request.get(outline));
                        list(outline, "symbols").stream()
                                .limit(SYMBOLS_OF_A_FILE)
                                .forEach(symbol -> {
                                    callers.add(Request.get("/v1/code/graph/callers/"
                                            + symbol.path("id").asText()));
                                    names.add(symbol.path("name").asText());
                                });
                    }
                });
        names.forEach(name -> searches.add(Request.post(
                "/v1/code/search/hybrid",
                JSON.createObjectNode().put("query", name).put("top_k", 10))));
        add(kinds, "outlines of files", outlines);
        add(kinds, "callers of symbols", callers);
        add(kinds, "searches of code", searches);
    }

    private List<JsonNode> list(String path, String member) {
        List<JsonNode> items = new ArrayList<>();
        slot.get(path).body().path(member).forEach(items::add);
        return items;
    }

    private static void add(List<Kind> kinds, String name, List<Request> requests) {
        if (!requests.isEmpty()) {
            kinds.add(new Kind(name, requests));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
