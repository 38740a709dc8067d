package io.mnemolite.load.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.load.server.Api;
import io.mnemolite.load.server.TargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Fills a store through the API with what the mix then asks for, and takes it away again. */
public final class Filling {

    /** The project in the metadata of every event that a run stores. */
    static final String PROJECT = "mnemolite-load";

    private static final String REPOSITORY = "mnemolite-load-sample";
    private static final int FILES = 120;
    private static final int FILES_AT_ONCE = 30;
    private static final int EVENTS_AT_ONCE = 200;
    private static final int NODES = 300;
    private static final int EDGES_PER_NODE = 3;
    private static final int QUESTIONS = 500;
    private static final Duration LONGEST_EMBEDDING = Duration.ofMinutes(3);

    private final Api api;
    private final SplittableRandom random;
    private final List<String> nodes = new ArrayList<>();

    /** @param seed the same gives the same store */
    public Filling(Api api, long seed) {
        this.api = api;
        this.random = new SplittableRandom(seed);
    }

    /** Stores so many events, the sample repository and a memory graph; returns when all vectors are made. */
    public Keys fill(int events) {
        SampleRepository sources = new SampleRepository(REPOSITORY, FILES);
        // What an earlier run left behind would be counted among this one's.
        removeEventsAndCode();
        index(sources);
        List<String> ids = events(events);
        fillMemoryGraph();
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(Texts.question(random));
        }
        awaitVectors();
        return new Keys(ids, questions, nodes, symbols(), sources);
    }

    /** Deletes what {@link #fill} stored, even when it failed half-way, and what requests of the mix added to it. */
    public void remove() {
        removeEventsAndCode();
        for (String node : nodes) {
            api.delete("/v1/graph/nodes/" + node);
        }
        nodes.clear();
    }

    private void removeEventsAndCode() {
        api.delete("/v1/events?project=" + PROJECT);
        api.delete("/v1/code/index/repositories/" + REPOSITORY);
    }

    /** The body of one event's creation. */
    static void event(ObjectNode body, RandomGenerator random) {
        body.putObject("content").put("text", Texts.sentence(random));
        body.putObject("metadata")
                .put("project", PROJECT)
                .put("topic", Texts.topic(random))
                .put("category", random.nextInt(3) == 0 ? "decision" : "note");
    }

    private List<String> events(int count) {
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
            int size = Math.min(EVENTS_AT_ONCE, count - ids.size());
            String batch = Json.object(body -> {
                ArrayNode events = body.putArray("events");
                for (int i = 0; i < size; i++) {
                    event(events.addObject(), random);
                }
            });
            for (JsonNode event :
                    api.post("/v1/events/batch?include_embedding=false", batch).path("events")) {
                ids.add(event.path("id").asText());
            }
        }
        return ids;
    }

    private void index(SampleRepository sources) {
        for (int first = 0; first < sources.size(); first += FILES_AT_ONCE) {
            int from = first;
            JsonNode outcome = api.post("/v1/code/index", Json.object(body -> {
                body.put("repository", sources.name());
                ArrayNode files = body.putArray("files");
                for (int file = from; file < Math.min(from + FILES_AT_ONCE, sources.size()); file++) {
                    files.addObject().put("path", sources.path(file)).put("content", sources.content(file, 0));
                }
            }));
            if (outcome.path("failed_files").asInt() != 0) {
                throw new TargetException("Files of the sample repository could not be indexed: " + outcome);
            }
        }
    }

    private void fillMemoryGraph() {
        for (int i = 0; i < NODES; i++) {
            String name = Texts.topic(random) + " " + i;
            nodes.add(api.post(
                            "/v1/graph/nodes",
                            Json.object(node -> node.put("type", "topic").put("label", name)))
                    .path("id")
                    .asText());
        }
        Zipf popular = new Zipf(NODES, 1);
        for (int source = 0; source < NODES; source++) {
            for (int edge = 0; edge < EDGES_PER_NODE; edge++) {
                int target = popular.next(random);
                String from = nodes.get(source);
                if (target != source) {
                    api.post(
                            "/v1/graph/edges",
                            Json.object(body -> body.put("source", from)
                                    .put("target", nodes.get(target))
                                    .put("relation", "mentions")));
                }
            }
        }
    }

    private List<String> symbols() {
        List<String> ids = new ArrayList<>();
        for (JsonNode symbol : api.get(
                        "/v1/code/symbols?name=" + SampleRepository.CALLED + "&limit=100&repository=" + REPOSITORY)
                .path("symbols")) {
            ids.add(symbol.path("id").asText());
        }
        if (ids.isEmpty()) {
            throw new TargetException("The sample repository was indexed, but none of its methods is found by name.");
        }
        return ids;
    }

    private void awaitVectors() {
        long end = System.nanoTime() + LONGEST_EMBEDDING.toNanos();
        while (awaitedVectors() > 0) {
            if (System.nanoTime() > end) {
                throw new TargetException("The vectors of the sample repository were not made within "
                        + LONGEST_EMBEDDING.toMinutes() + " minutes; see that the model works.");
            }
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private long awaitedVectors() {
        for (JsonNode repository : api.get("/v1/code/index/status").path("repositories")) {
            if (repository.path("repository").asText().equals(REPOSITORY)) {
                return repository.path("vectors_awaited").asLong();
            }
        }
        return 0;
    }

    /** The name of the model whose vectors the server stores. */
    public String model() {
        return api.get("/v1/code/index/status").path("embedding_model").asText();
    }

    /** In one sentence, what {@link #fill} stored. */
    public static String description(Keys keys) {
        return keys.events().size() + " events, of which " + Events.WORKING_SET + " are read by id, "
                + keys.sources().size() + " Java files, " + keys.nodes().size() + " nodes, "
                + keys.questions().size() + " questions; Zipf with exponent 1 over each";
    }
}
