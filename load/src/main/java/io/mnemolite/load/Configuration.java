package io.mnemolite.load;

import java.util.List;

/**
 * Options under which the server is compared with itself.
 *
 * @param name of its column
 * @param sentence what they mean, for the page
 */
record Configuration(String name, String sentence, List<String> options) {

    static final Configuration BEFORE = new Configuration(
            "before",
            "pool 3 + 1 and caches off",
            List.of(
                    "--pool.size",
                    "3",
                    "--pool.overflow",
                    "1",
                    "--cache.event.max-items",
                    "0",
                    "--cache.search.max-items",
                    "0",
                    "--cache.graph.max-items",
                    "0"));

    static final Configuration AFTER =
            new Configuration("after", "the production profile: pool 20 + 10 and caches on", List.of());

    Configuration {
        options = List.copyOf(options);
    }
}
