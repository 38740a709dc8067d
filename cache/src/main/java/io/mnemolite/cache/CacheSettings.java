package io.mnemolite.cache;

import java.time.Duration;

/**
 * How long and how much one cache keeps.
 *
 * @param ttl how long an entry is kept after it was loaded; zero switches the cache off
 * @param maxItems how many entries are kept; zero switches the cache off
 * @param maxBytes how many bytes the entries may occupy, by estimate; at least one per item
 * @param loadLimit the deadline of a load, which belongs to no request and so has none of its own
 */
public record CacheSettings(Duration ttl, int maxItems, long maxBytes, Duration loadLimit) {

    /** The bound by bytes unless another is chosen: 32 MiB. */
    public static final long DEFAULT_MAX_BYTES = 32L << 20;

    private static final Duration DEFAULT_LOAD_LIMIT = Duration.ofSeconds(30);

    public CacheSettings {
        if (ttl.isNegative() || maxItems < 0) {
            throw new IllegalArgumentException("A cache keeps entries for 0 s or longer and 0 items or more, not " + ttl
                    + " and " + maxItems + ".");
        }
        if (maxBytes < maxItems) {
            throw new IllegalArgumentException(
                    "A cache of " + maxItems + " items needs at least as many bytes, not " + maxBytes + ".");
        }
        if (!loadLimit.isPositive()) {
            throw new IllegalArgumentException("The limit of a load is longer than 0 s, not " + loadLimit + ".");
        }
    }

    public CacheSettings(Duration ttl, int maxItems, long maxBytes) {
        this(ttl, maxItems, maxBytes, DEFAULT_LOAD_LIMIT);
    }

    public boolean isOff() {
        return ttl.isZero() || maxItems == 0;
    }

    /**
     * The least weight of an entry. Entries weigh their bytes, but never less than an equal share of {@link #maxBytes};
     * as long as the weights stay within {@link #maxWeight()}, neither items nor bytes exceed their bound.
     */
    int leastWeight() {
        return (int) Math.min(Integer.MAX_VALUE, maxBytes / Math.max(1, maxItems));
    }

    long maxWeight() {
        return (long) leastWeight() * maxItems;
    }
}
