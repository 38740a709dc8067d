package io.mnemolite.cache;

import io.mnemolite.core.code.search.CodeQuery;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.TimeSpan;
import io.mnemolite.core.search.EventQuery;
import java.util.List;

/** A question of which the search cache keeps the answer. */
sealed interface SearchKey {

    record OfEvents(EventQuery query) implements SearchKey {}

    record OfTimeline(EventFilter filter, EventStatistics.Bucket bucket) implements SearchKey {}

    record OfSeverities(TimeSpan span) implements SearchKey {}

    record OfSeverityTimeline(TimeSpan span, EventStatistics.Bucket bucket) implements SearchKey {}

    record OfDistribution(String metadataKey, String missing, TimeSpan span) implements SearchKey {}

    record OfCode(CodeQuery query) implements SearchKey {}

    static EntryRules<SearchKey, SearchValue> rules(Epochs epochs) {
        return new EntryRules<>(
                SearchKey::tags,
                (key, value) -> EstimatedBytes.ENTRY + bytes(key) + value.bytes(),
                epochs::bumpsOfSearches);
    }

    private static List<? extends Tag> tags(SearchKey key) {
        return switch (key) {
            case OfEvents _, OfTimeline _, OfSeverities _, OfSeverityTimeline _, OfDistribution _ ->
                List.of(new Tag.AllEvents());
            case OfCode(CodeQuery query) -> {
                String repository = query.filter().repository();
                yield repository == null
                        ? List.of(new Tag.AllCode())
                        : List.of(new Tag.OneRepository(repository), new Tag.SomeRepository());
            }
        };
    }

    private static long bytes(SearchKey key) {
        return switch (key) {
            case OfEvents(EventQuery query) -> EstimatedBytes.of(query);
            case OfTimeline(EventFilter filter, EventStatistics.Bucket ignored) ->
                EstimatedBytes.ENTRY + EstimatedBytes.of(filter.metadata());
            case OfSeverities _, OfSeverityTimeline _ -> EstimatedBytes.ENTRY;
            case OfDistribution(String metadataKey, String missing, TimeSpan ignored) ->
                EstimatedBytes.ENTRY + 2L * (metadataKey.length() + missing.length());
            case OfCode(CodeQuery query) -> EstimatedBytes.of(query);
        };
    }
}
