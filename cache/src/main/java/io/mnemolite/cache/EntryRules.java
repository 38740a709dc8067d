package io.mnemolite.cache;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongBiFunction;

/**
 * What one cache knows about its entries.
 *
 * @param tags what the value of a key depends on
 * @param bytes how many bytes a key and its value occupy, by estimate
 * @param invalidations how often a tag of this cache's kind was bumped
 */
record EntryRules<K, V>(
        Function<K, List<? extends Tag>> tags, ToLongBiFunction<K, V> bytes, LongSupplier invalidations) {}
