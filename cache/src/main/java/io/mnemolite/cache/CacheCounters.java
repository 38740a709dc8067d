package io.mnemolite.cache;

import java.util.concurrent.atomic.LongAdder;

/** What one cache has done since the start. */
final class CacheCounters {

    final LongAdder hits = new LongAdder();
    final LongAdder misses = new LongAdder();
    final LongAdder evictions = new LongAdder();
    final LongAdder loads = new LongAdder();
    final LongAdder coalesced = new LongAdder();
    final LongAdder discardedLoads = new LongAdder();
}
