package io.mnemolite.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.e2e.Http;
import java.util.HashMap;
import java.util.Map;

/** A memory graph as a team and its agents might have filled it; the same at every run. */
final class SampleGraph {

    private static final String NODES = """
            person: Ada, Grace, Linus, Barbara, Edsger
            project: atlas, billing, warehouse
            service: payment service, order import, nightly export, search index
            decision: One store is enough, Session token in a cookie, k = 10 for rank fusion, Writes are refused in time
            incident: Timeouts after the 14:02 deployment, Retry storm, Damaged index after power loss
            document: Runbook of payments, Architecture, Report of week 12
            concept: reciprocal rank fusion, idempotency, backpressure, write-ahead log, jitter
            """;

    private static final String EDGES = """
            Ada > works_on > atlas
            Ada > decided > One store is enough
            Ada > mentored > Barbara
            Grace > works_on > billing
            Grace > decided > Session token in a cookie
            Grace > wrote > Runbook of payments
            Linus > works_on > warehouse
            Linus > decided > Writes are refused in time
            Barbara > works_on > atlas
            Barbara > decided > k = 10 for rank fusion
            Edsger > works_on > billing
            Edsger > wrote > Architecture
            billing > owns > payment service
            billing > owns > order import
            warehouse > owns > nightly export
            atlas > owns > search index
            Timeouts after the 14:02 deployment > affected > payment service
            Retry storm > caused_by > Timeouts after the 14:02 deployment
            Retry storm > affected > payment service
            Retry storm > taught > jitter
            Damaged index after power loss > affected > search index
            One store is enough > concerns > atlas
            Session token in a cookie > concerns > payment service
            k = 10 for rank fusion > concerns > search index
            k = 10 for rank fusion > rests_on > reciprocal rank fusion
            Writes are refused in time > rests_on > backpressure
            Writes are refused in time > concerns > warehouse
            Runbook of payments > describes > payment service
            Runbook of payments > mentions > idempotency
            Runbook of payments > mentions > jitter
            Architecture > mentions > write-ahead log
            Architecture > describes > search index
            Report of week 12 > reports > Timeouts after the 14:02 deployment
            order import > relies_on > idempotency
            payment service > relies_on > idempotency
            """;

    private SampleGraph() {}

    /**
     * Stores all of it; the ids by label.
     *
     * @param event that the node {@code Retry storm} refers to
     */
    static Map<String, String> store(Http http, String event) {
        Map<String, String> ids = new HashMap<>();
        NODES.lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            for (String label : parts[1].split(", ", -1)) {
                String properties = label.equals("Retry storm")
                        ? "{\"clients\":3,\"minutes\":9,\"severity\":\"critical\",\"event_id\":\"" + event + "\"}"
                        : "{}";
                ids.put(label, node(http, parts[0], label, properties));
            }
        });
        EDGES.lines().forEach(line -> {
            String[] parts = line.split(" > ", -1);
            edge(http, ids.getOrDefault(parts[0], ""), parts[1], ids.getOrDefault(parts[2], ""));
        });
        return ids;
    }

    /** Stores a node; its id. */
    static String node(Http http, String type, String label, String properties) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("label", label)
                .set("properties", Http.tree(properties));
        return id(http.post("/v1/graph/nodes", body.toString()));
    }

    /** Stores an edge; its id. */
    static String edge(Http http, String source, String relation, String target) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("source", source)
                .put("relation", relation)
                .put("target", target);
        return id(http.post("/v1/graph/edges", body.toString()));
    }

    private static String id(Http.Answer answer) {
        JsonNode json = answer.json();
        if (answer.status() != 201) {
            throw new AssertionError(json);
        }
        return json.path("id").asText();
    }
}
