package io.mnemolite.load.traffic;

import java.util.random.RandomGenerator;

/** Questions to the memory graph and to the call graph; nodes and symbols follow a Zipf distribution. */
final class Graph {

    private final Keys keys;
    private final Zipf nodes;
    private final Zipf symbols;

    Graph(Keys keys) {
        this.keys = keys;
        this.nodes = new Zipf(keys.nodes().size(), 1);
        this.symbols = new Zipf(keys.symbols().size(), 1);
    }

    Call nodes(RandomGenerator random) {
        return Call.get("/api/graph/nodes?limit=100");
    }

    Call expand(RandomGenerator random) {
        return Call.get("/api/graph/expand/" + keys.nodes().get(nodes.next(random)) + "?depth=2");
    }

    Call callers(RandomGenerator random) {
        return Call.get("/v1/code/graph/callers/" + symbol(random) + "?limit=50");
    }

    Call traverse(RandomGenerator random) {
        return Call.post(
                "/v1/code/graph/traverse",
                Json.object(body -> body.put("start_node_id", symbol(random))
                        .put("direction", "outbound")
                        .put("max_depth", 3)));
    }

    Call path(RandomGenerator random) {
        return Call.post(
                "/v1/code/graph/path",
                Json.object(body -> body.put("source_node_id", symbol(random)).put("target_node_id", symbol(random))));
    }

    Call statistics(RandomGenerator random) {
        return Call.get("/v1/code/graph/stats/" + keys.sources().name());
    }

    private String symbol(RandomGenerator random) {
        return keys.symbols().get(symbols.next(random));
    }
}
