package io.mnemolite.lucene;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts matches by the start of the unit in which their timestamp lies, in the calling thread. */
record CountByTime(ChronoUnit unit) implements CollectorManager<CountByTime.Counter, SortedMap<Instant, Long>> {

    @Override
    public Counter newCollector() {
        return new Counter(Microseconds.of(unit.getDuration()));
    }

    @Override
    public SortedMap<Instant, Long> reduce(Collection<Counter> counters) {
        SortedMap<Instant, Long> sums = new TreeMap<>();
        counters.forEach(counter ->
                counter.counts().forEach((start, count) -> sums.merge(Microseconds.instant(start), count, Long::sum)));
        return sums;
    }

    static final class Counter extends SimpleCollector {

        private final long width;
        private final Map<Long, Long> counts = new TreeMap<>();
        private NumericDocValues timestamps = DocValues.emptyNumeric();

        /** Events lie in the index about as they came, so that the unit of one is mostly that of the one before. */
        private long start;

        private long counted;

        private Counter(long width) {
            this.width = width;
        }

        /** By the first microsecond of the unit. */
        private Map<Long, Long> counts() {
            finishUnit();
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
                finishUnit();
                start = Math.floorDiv(timestamp, width) * width;
            }
            counted++;
        }

        private void finishUnit() {
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
