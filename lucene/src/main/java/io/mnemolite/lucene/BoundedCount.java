package io.mnemolite.lucene;

import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts matches in the calling thread and stops at a bound. */
record BoundedCount(int bound) implements CollectorManager<BoundedCount.Counter, Integer> {

    @Override
    public Counter newCollector() {
        return new Counter(bound);
    }

    @Override
    public Integer reduce(Collection<Counter> counters) {
        return counters.stream().mapToInt(counter -> counter.count).sum();
    }

    static final class Counter extends SimpleCollector {

        private final int bound;
        private int count;

        private Counter(int bound) {
            this.bound = bound;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) {
            stopAtBound();
        }

        @Override
        public void collect(int document) {
            stopAtBound();
            count++;
        }

        private void stopAtBound() {
            if (count >= bound) {
                throw new CollectionTerminatedException();
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
