package io.mnemolite.cache;

import io.mnemolite.core.code.search.CodeAnswer;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.search.EventSearchPage;
import java.util.List;
import java.util.Map;

/** An answer that the search cache keeps. */
sealed interface SearchValue {

    /** How many bytes it occupies, by estimate. */
    long bytes();

    record OfEvents(EventSearchPage page) implements SearchValue {

        @Override
        public long bytes() {
            return EstimatedBytes.of(page);
        }
    }

    record OfTimeline(List<EventStatistics.Count> counts) implements SearchValue {

        @Override
        public long bytes() {
            return EstimatedBytes.ENTRY + 64L * counts.size();
        }
    }

    record OfSeverities(Map<String, Long> counts) implements SearchValue {

        @Override
        public long bytes() {
            return EstimatedBytes.ENTRY
                    + counts.keySet().stream()
                            .mapToLong(severity -> 128 + 2L * severity.length())
                            .sum();
        }
    }

    record OfSeverityTimeline(List<EventStatistics.SeverityCount> counts) implements SearchValue {

        @Override
        public long bytes() {
            return EstimatedBytes.ENTRY + 128L * counts.size();
        }
    }

    record OfDistribution(List<EventStatistics.LabelCount> counts) implements SearchValue {

        @Override
        public long bytes() {
            return EstimatedBytes.ENTRY
                    + counts.stream()
                            .mapToLong(count -> 128 + 2L * count.label().length())
                            .sum();
        }
    }

    record OfCode(CodeAnswer answer) implements SearchValue {

        /** An answer that lacks a channel is too large for any cache, so that the next caller asks for it again. */
        @Override
        public long bytes() {
            return answer.vectorMissing() == null ? EstimatedBytes.of(answer) : Long.MAX_VALUE / 2;
        }
    }
}
