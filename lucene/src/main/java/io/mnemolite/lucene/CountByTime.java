package io.mnemolite.lucene;

import io.mnemolite.core.operation.EventStatistics.Bucket;
import io.mnemolite.core.operation.EventStatistics.Count;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts matches by the bucket of their timestamp, in the calling thread. */
record CountByTime(Bucket bucket) implements CollectorManager<CountByTime.Counter, List<Count>> {

    @Override
    public Counter newCollector() {
        return new Counter(Microseconds.of(bucket.width()));
    }

    @Override
    public List<Count> reduce(Collection<Counter> counters) {
        Map<Long, Long> sums = new TreeMap<>();
        counters.forEach(counter -> counter.counts().forEach((start, count) -> sums.merge(start, count, Long::sum)));
        return sums.entrySet().stream()
                .map(entry -> new Count(Microseconds.instant(entry.getKey()), entry.getValue()))
                .toList();
    }

    static final class Counter extends SimpleCollector {

        private final long width;
        private final Map<Long, Long> counts = new TreeMap<>();
        private NumericDocValues timestamps = DocValues.emptyNumeric();

        /** Events lie in the index about as they came, so that the bucket of one is mostly that of the one before. */
        private long start;

        private long counted;

        private Counter(long width) {
            this.width = width;
        }

        /** By the first microsecond of the bucket. */
        private Map<Long, Long> counts() {
            finishBucket();
            return counts;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            // Every event has one timestamp.
            timestamps = Objects.requireNonNull(
                    DocValues.unwrapSingleton(DocValues.getSortedNumeric(context.reader(), EventDocument.TIMESTAMP)));
        }

        @Override
        public void collect(int document) throws IOException {
            timestamps.advance(document);
            long timestamp = timestamps.longValue();
            if (counted == 0 || timestamp < start || timestamp - start >= width) {
                finishBucket();
                start = Math.floorDiv(timestamp, width) * width;
            }
            counted++;
        }

        private void finishBucket() {
            if (counted > 0) {
                counts.merge(start, counted, Long::sum);
            }
            counted = 0;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
