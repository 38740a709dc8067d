package io.mnemolite.server.web.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.SearchMode;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.request.Timestamps;
import io.mnemolite.server.request.Violation;
import io.mnemolite.server.web.text.QueryString;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A search as the page's address says it.
 *
 * @param metadata as it was typed
 * @param from as it was typed, as is {@code to}
 * @param threshold the highest distance of the vector channel; 2 bounds nothing
 * @param page counted from 1
 */
public record SearchRequest(
        String text, SearchMode mode, String metadata, String from, String to, double threshold, int page) {

    static final int PAGE_SIZE = 10;

    private static final double DEFAULT_THRESHOLD = 1.0;
    private static final int MAX_TEXT = 10_000;
    private static final int MAX_PAGE = 10_000;

    static SearchRequest of(QueryParameters query) {
        String mode = text(query, "mode");
        SearchRequest request = new SearchRequest(
                text(query, "q"),
                Arrays.stream(SearchMode.values())
                        .filter(known -> name(known).equals(mode))
                        .findFirst()
                        .orElse(SearchMode.HYBRID),
                text(query, "metadata"),
                text(query, "from"),
                text(query, "to"),
                query.number("threshold", DEFAULT_THRESHOLD, 0, EventQuery.NO_THRESHOLD),
                query.integer("page", 1, 1, MAX_PAGE));
        if (request.text.length() > MAX_TEXT) {
            query.addViolation(Violation.of(
                    "string_too_long", List.of("query", "q"), "Search for at most 10,000 characters", null));
        }
        query.check();
        return request;
    }

    private static String text(QueryParameters query, String name) {
        return Objects.requireNonNullElse(query.string(name), "").strip();
    }

    /** Whether there is anything to search for; otherwise the page explains itself. */
    public boolean isAsked() {
        return !text.isEmpty() || !metadata.isEmpty() || !from.isEmpty() || !to.isEmpty();
    }

    public boolean isFiltered() {
        return !metadata.isEmpty() || !from.isEmpty() || !to.isEmpty();
    }

    EventQuery query() {
        return new EventQuery(text, null, mode, filter(), PAGE_SIZE, (page - 1) * PAGE_SIZE, threshold, true);
    }

    EventFilter filter() {
        return new EventFilter(metadataObject(), moment("from", from), moment("to", to));
    }

    ObjectNode metadataObject() {
        return MetadataText.parse(metadata);
    }

    static @Nullable Instant moment(String name, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return Timestamps.parse(text)
                .orElseThrow(() -> new MnemoliteException(
                        ErrorCode.BAD_REQUEST,
                        "'" + name + "' is '" + text
                                + "', which is no time; write one such as 2026-01-31T12:00, in UTC."));
    }

    public boolean isMode(String name) {
        return name(mode).equals(name);
    }

    public String modeName() {
        return name(mode);
    }

    static String name(SearchMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /** The threshold as the slider has it. */
    public String thresholdShown() {
        return String.format(Locale.ROOT, "%.2f", threshold);
    }

    /** The address of a page of this search. */
    String address(int otherPage) {
        String query = new QueryString()
                .with("q", text)
                .with("mode", mode == SearchMode.HYBRID ? "" : name(mode))
                .with("metadata", metadata)
                .with("from", from)
                .with("to", to)
                .with("threshold", threshold == DEFAULT_THRESHOLD ? "" : thresholdShown())
                .with("page", otherPage == 1 ? "" : Integer.toString(otherPage))
                .toString();
        return query.isEmpty() ? "/ui/search" : "/ui/search?" + query.substring(0, query.length() - 1);
    }
}
