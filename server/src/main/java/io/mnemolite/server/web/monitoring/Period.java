package io.mnemolite.server.web.monitoring;

import io.mnemolite.core.operation.EventStatistics.Bucket;
import io.mnemolite.server.web.monitoring.drawing.Axis;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** How far back the operator looks: whole minutes, hours or days, the current one included, so that answers can be kept. */
public enum Period {
    HOUR("1h", "1 h", "the last hour", Bucket.MINUTE, 60),
    DAY("24h", "24 h", "the last 24 hours", Bucket.HOUR, 24),
    WEEK("7d", "7 d", "the last 7 days", Bucket.HOUR, 168),
    MONTH("30d", "30 d", "the last 30 days", Bucket.DAY, 30);

    /** What a page without a period shows. */
    static final Period DEFAULT = DAY;

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final String parameter;
    private final String label;
    private final String words;
    private final Bucket bucket;
    private final int buckets;

    Period(String parameter, String label, String words, Bucket bucket, int buckets) {
        this.parameter = parameter;
        this.label = label;
        this.words = words;
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

    /** On its switch. */
    public String label() {
        return label;
    }

    /** In a sentence, such as "the last hour". */
    public String words() {
        return words;
    }

    /** What one column of the chart of events stands for. */
    public String unit() {
        return bucket.word();
    }

    Bucket bucket() {
        return bucket;
    }

    /** The columns of the chart of events. */
    Axis events(Instant now) {
        return Axis.endingAt(now, bucket.width(), buckets);
    }

    /** The points of charts of what this process remembers, which is a day at most. */
    Axis history(Instant now) {
        return this == HOUR ? events(now) : Axis.endingAt(now, QUARTER, 96);
    }

    /** Whether the process remembers less than the period. */
    boolean exceedsHistory() {
        return this == WEEK || this == MONTH;
    }
}
