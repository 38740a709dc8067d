package io.mnemolite.core.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link EventStatistics} that reads every event of a store for each answer. */
public final class InMemoryEventStatistics implements EventStatistics {

    private static final String SEVERITY = "severity";
    private static final String DEFAULT_SEVERITY = "info";
    private static final Set<String> NAMED_SEVERITIES = Set.of("critical", "warning", DEFAULT_SEVERITY);
    private static final int LABELS = 10;

    private final EventStore store;

    public InMemoryEventStatistics(EventStore store) {
        this.store = store;
    }

    @Override
    public long totalEvents() {
        return store.count(EventFilter.ALL);
    }

    @Override
    public Map<String, Long> severities(TimeSpan span) {
        return counts(within(span), InMemoryEventStatistics::severity);
    }

    @Override
    public List<Event> newestOfSeverity(String severity, int limit) {
        return store.filter(EventFilter.ALL, Integer.MAX_VALUE, 0).stream()
                .filter(event -> severity(event).equals(severity))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Count> timeline(TimeSpan span, Bucket bucket, @Nullable String severity) {
        return timeline(
                within(span).filter(event -> severity == null || severity(event).equals(severity)), bucket);
    }

    @Override
    public List<Count> timeline(EventFilter filter, Bucket bucket) {
        return timeline(store.filter(filter, Integer.MAX_VALUE, 0).stream(), bucket);
    }

    @Override
    public List<SeverityCount> severityTimeline(TimeSpan span, Bucket bucket) {
        List<SeverityCount> timeline = new ArrayList<>();
        within(span)
                .collect(Collectors.groupingBy(
                        event -> event.timestamp().truncatedTo(bucket.unit()),
                        TreeMap::new,
                        Collectors.groupingBy(
                                InMemoryEventStatistics::namedSeverity, TreeMap::new, Collectors.counting())))
                .forEach((time, severities) -> severities.forEach(
                        (severity, count) -> timeline.add(new SeverityCount(time, severity, count))));
        return timeline;
    }

    private static String namedSeverity(Event event) {
        String severity = severity(event);
        return NAMED_SEVERITIES.contains(severity) ? severity : OTHER_SEVERITY;
    }

    private static List<Count> timeline(Stream<Event> events, Bucket bucket) {
        return counts(events, event -> event.timestamp().truncatedTo(bucket.unit())).entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public List<LabelCount> distribution(String metadataKey, String missing, TimeSpan span) {
        return counts(within(span), event -> value(event, metadataKey, missing)).entrySet().stream()
                .map(entry -> new LabelCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(LabelCount::count).reversed().thenComparing(LabelCount::label))
                .limit(LABELS)
                .toList();
    }

    private Stream<Event> within(TimeSpan span) {
        EventFilter filter = new EventFilter(EventFilter.ALL.metadata(), span.from(), span.to());
        return store.filter(filter, Integer.MAX_VALUE, 0).stream();
    }

    private static <K extends Comparable<K>> Map<K, Long> counts(Stream<Event> events, Function<Event, K> key) {
        return events.collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    private static String severity(Event event) {
        return value(event, SEVERITY, DEFAULT_SEVERITY);
    }

    /** A JSON null counts as missing, as it does in SQL. */
    private static String value(Event event, String key, String missing) {
        JsonNode value = event.metadata().get(key);
        if (value == null || value.isNull()) {
            return missing;
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
