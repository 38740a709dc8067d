package io.mnemolite.core.operation;

/** What an operator sees of the caches, and the one thing an operator does to them. */
public interface CacheMonitor {

    CacheFigures event();

    CacheFigures search();

    CacheFigures graph();

    /** Drops every entry of the three caches; figures keep counting. */
    void clear();

    /**
     * One cache since the start.
     *
     * @param coalesced reads that joined a running load
     * @param invalidations epoch bumps
     * @param discardedLoads loads whose value was not kept because a write came in between
     */
    record CacheFigures(
            long hits,
            long misses,
            long items,
            long maxItems,
            long ttlSeconds,
            long memoryBytes,
            long evictions,
            long loads,
            long coalesced,
            long invalidations,
            long discardedLoads) {}
}
