package io.mnemolite.server.web.dashboard;

import io.mnemolite.core.operation.EventStatistics.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** How far back a person looks: whole hours or days, the current one included, so that answers can be kept. */
public enum Period {
    ANY("", "Any time", "Last 24 hours", Bucket.HOUR, 24),
    DAY("24h", "Last 24 hours", "Last 24 hours", Bucket.HOUR, 24),
    WEEK("7d", "Last 7 days", "Last 7 days", Bucket.HOUR, 168),
    MONTH("30d", "Last 30 days", "Last 30 days", Bucket.DAY, 30);

    private final String parameter;
    private final String words;
    private final String chartWords;
    private final Bucket bucket;
    private final int buckets;

    Period(String parameter, String words, String chartWords, Bucket bucket, int buckets) {
        this.parameter = parameter;
        this.words = words;
        this.chartWords = chartWords;
        this.bucket = bucket;
        this.buckets = buckets;
    }

    static Optional<Period> of(String parameter) {
        return Arrays.stream(values())
                .filter(period -> period.parameter.equals(parameter))
                .findFirst();
    }

    public String parameter() {
        return parameter;
    }

    public String words() {
        return words;
    }

    /** The span of the chart, which has an end even if the list has none. */
    public String chartWords() {
        return chartWords;
    }

    /** What one bar stands for. */
    public String unit() {
        return bucket.word();
    }

    Bucket bucket() {
        return bucket;
    }

    int buckets() {
        return buckets;
    }

    Duration width() {
        return bucket.width();
    }

    /** The begin of the chart's first bar. */
    Instant start(Instant now) {
        return now.truncatedTo(bucket.unit()).minus(width().multipliedBy(buckets - 1L));
    }

    /** Whether the list of events has a begin too. */
    boolean isBounded() {
        return this != ANY;
    }
}
