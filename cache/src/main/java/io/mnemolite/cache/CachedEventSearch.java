package io.mnemolite.cache;

import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.core.search.EventSearchPage;
import java.util.List;
import java.util.Optional;

/** Keeps pages of hits by query; any change of any event makes them all unacceptable. */
final class CachedEventSearch implements EventSearch {

    private final EventSearch delegate;
    private final CoherentCache<EventQuery, EventSearchPage> cache;

    CachedEventSearch(EventSearch delegate, CoherentCache<EventQuery, EventSearchPage> cache) {
        this.delegate = delegate;
        this.cache = cache;
    }

    static EntryRules<EventQuery, EventSearchPage> rules(Epochs epochs) {
        return new EntryRules<>(
                query -> List.of(new Tag.AllEvents()),
                (query, page) -> EstimatedBytes.ENTRY + EstimatedBytes.of(query) + EstimatedBytes.of(page),
                epochs::bumpsOfAllEvents);
    }

    @Override
    public EventSearchPage search(EventQuery query) {
        EventSearchPage held = cache.peek(query);
        if (held != null) {
            return held;
        }
        EventQuery own = detached(query);
        return cache.get(own, () -> Optional.of(delegate.search(own))).orElseThrow();
    }

    /** The query with a filter nobody else can change: it outlives the request, as a key and in a load. */
    private static EventQuery detached(EventQuery query) {
        EventFilter filter = query.filter();
        return new EventQuery(
                query.text(),
                query.vector(),
                query.mode(),
                new EventFilter(filter.metadata().deepCopy(), filter.from(), filter.to()),
                query.limit(),
                query.offset(),
                query.distanceThreshold(),
                query.explain());
    }
}
