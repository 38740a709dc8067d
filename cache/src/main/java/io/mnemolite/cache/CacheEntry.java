package io.mnemolite.cache;

/**
 * A cached value.
 *
 * @param note the epochs before the value was loaded
 * @param stamp the epochs the value is good for
 * @param bytes how many bytes key and value occupy, by estimate
 */
record CacheEntry<V>(V value, EpochNote note, long stamp, int bytes) {}
