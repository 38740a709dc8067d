package io.mnemolite.load.server;

import com.fasterxml.jackson.databind.JsonNode;

/** What the three caches were asked, since the start or between two readings. */
public record CacheFigures(Reads event, Reads search, Reads graph) {

    /** The figures of {@code GET /v1/events/cache/stats}; a cache it does not name was asked nothing. */
    public static CacheFigures of(JsonNode statistics) {
        return new CacheFigures(
                Reads.of(statistics.path("event_cache")),
                Reads.of(statistics.path("search_cache")),
                Reads.of(statistics.path("graph_cache")));
    }

    public CacheFigures since(CacheFigures before) {
        return new CacheFigures(event.since(before.event), search.since(before.search), graph.since(before.graph));
    }

    public CacheFigures plus(CacheFigures other) {
        return new CacheFigures(event.plus(other.event), search.plus(other.search), graph.plus(other.graph));
    }

    /** Reads of one cache. */
    public record Reads(long hits, long misses) {

        private static Reads of(JsonNode cache) {
            return new Reads(cache.path("hits").asLong(), cache.path("misses").asLong());
        }

        private Reads since(Reads before) {
            return new Reads(hits - before.hits, misses - before.misses);
        }

        private Reads plus(Reads other) {
            return new Reads(hits + other.hits, misses + other.misses);
        }

        /** In percent; zero when nothing was asked. */
        public double hitRate() {
            long all = hits + misses;
            return all == 0 ? 0 : 100.0 * hits / all;
        }
    }
}
