package io.mnemolite.cache;

import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.core.search.EventSearchPage;
import java.util.Optional;

/** Keeps pages of hits by query; any change of any event makes them all unacceptable. */
final class CachedEventSearch implements EventSearch {

    private final EventSearch delegate;
    private final CoherentCache<SearchKey, SearchValue> cache;

    CachedEventSearch(EventSearch delegate, CoherentCache<SearchKey, SearchValue> cache) {
        this.delegate = delegate;
        this.cache = cache;
    }

    @Override
    public EventSearchPage search(EventQuery query) {
        SearchValue held = cache.peek(new SearchKey.OfEvents(query));
        if (held != null) {
            return page(held);
        }
        EventQuery own = detached(query);
        return page(cache.get(
                        new SearchKey.OfEvents(own), () -> Optional.of(new SearchValue.OfEvents(delegate.search(own))))
                .orElseThrow());
    }

    private static EventSearchPage page(SearchValue value) {
        if (value instanceof SearchValue.OfEvents(EventSearchPage page)) {
            return page;
        }
        throw new IllegalStateException("A query for events has " + value.getClass());
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
