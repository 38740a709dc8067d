package io.mnemolite.server.web.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.request.Violation;
import io.mnemolite.server.web.text.QueryString;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Which events the dashboard shows, as its address says; empty texts filter nothing. */
public record Filters(String project, String category, String type, Period period, int limit) {

    private static final int DEFAULT_LIMIT = 24;
    private static final int MAX_LIMIT = 96;

    static Filters of(QueryParameters query) {
        String period = text(query, "period");
        if (Period.of(period).isEmpty()) {
            query.addViolation(
                    Violation.of("enum", List.of("query", "period"), "Input should be '24h', '7d' or '30d'", period));
        }
        Filters filters = new Filters(
                text(query, "project"),
                text(query, "category"),
                text(query, "type"),
                Period.of(period).orElse(Period.ANY),
                query.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT));
        query.check();
        return filters;
    }

    private static String text(QueryParameters query, String name) {
        return Objects.requireNonNullElse(query.string(name), "").strip();
    }

    /** Those of the list. */
    EventFilter events(Instant now) {
        return new EventFilter(metadata(), period.isBounded() ? period.start(now) : null, null);
    }

    /** Those of the chart. */
    EventFilter chart(Instant now) {
        return new EventFilter(metadata(), period.start(now), null);
    }

    private ObjectNode metadata() {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        put(metadata, "project", project);
        put(metadata, "category", category);
        put(metadata, "type", type);
        return metadata;
    }

    private static void put(ObjectNode metadata, String key, String value) {
        if (!value.isEmpty()) {
            metadata.put(key, value);
        }
    }

    /** Whether anything but the number of cards is restricted. */
    public boolean isRestricting() {
        return period.isBounded() || !project.isEmpty() || !category.isEmpty() || !type.isEmpty();
    }

    public List<Period> periods() {
        return Arrays.asList(Period.values());
    }

    public List<Integer> limits() {
        return List.of(12, 24, 48, 96);
    }

    /** The query string of these filters, without a question mark; ends with an ampersand unless it is empty. */
    public String query() {
        return new QueryString()
                .with("project", project)
                .with("category", category)
                .with("type", type)
                .with("period", period.parameter())
                .with("limit", limit == DEFAULT_LIMIT ? "" : Integer.toString(limit))
                .toString();
    }
}
