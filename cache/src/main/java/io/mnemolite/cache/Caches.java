package io.mnemolite.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.RenderedEvent;
import io.mnemolite.core.event.RenderedEvents;
import io.mnemolite.core.graph.GraphStore;
import io.mnemolite.core.indexing.ChangeListener;
import io.mnemolite.core.operation.CacheMonitor;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.core.search.EventSearchPage;
import java.util.List;

/**
 * The three caches of a node and the decorators that use them. They are coherent as long as every write goes through
 * {@link #coherent(Events)} or is told to {@link #listener()}.
 */
public final class Caches implements CacheMonitor {

    private final Epochs epochs = new Epochs();
    private final CacheSettings eventSettings;
    private final CacheSettings searchSettings;
    private final CacheSettings graphSettings;
    private final CoherentCache<CachedRenderedEvents.Key, RenderedEvent> event;
    private final CoherentCache<EventQuery, EventSearchPage> search;
    private final CoherentCache<Object, Object> graph;

    /** @param ticker the clock of the entries' time to live */
    public Caches(CacheSettings event, CacheSettings search, CacheSettings graph, Ticker ticker) {
        this(event, search, graph, ticker, CoherenceProtocol.COHERENT);
    }

    Caches(CacheSettings event, CacheSettings search, CacheSettings graph, Ticker ticker, CoherenceProtocol protocol) {
        this.eventSettings = event;
        this.searchSettings = search;
        this.graphSettings = graph;
        this.event = new CoherentCache<>(epochs, CachedRenderedEvents.rules(epochs), event, ticker, protocol);
        this.search = new CoherentCache<>(epochs, CachedEventSearch.rules(epochs), search, ticker, protocol);
        this.graph = new CoherentCache<>(epochs, graphRules(), graph, ticker, protocol);
    }

    /** Reads of one event through the event cache, or the delegate itself when that is off. */
    public RenderedEvents cached(RenderedEvents delegate) {
        return eventSettings.isOff() ? delegate : new CachedRenderedEvents(delegate, event);
    }

    /** Searches through the search cache, or the delegate itself when that is off. */
    public EventSearch cached(EventSearch delegate) {
        return searchSettings.isOff() ? delegate : new CachedEventSearch(delegate, search);
    }

    /** The only door for writes: each is seen by every read and search that starts after it returned. */
    public Events coherent(Events delegate) {
        return new CoherentEvents(delegate, epochs);
    }

    /** The memory graph: reads through the graph cache, unless that is off, and the only door for writes. */
    public GraphStore coherent(GraphStore delegate) {
        return new CoherentGraphStore(delegate, graph, epochs, graphSettings.isOff());
    }

    /** To be told of changes made elsewhere, after they are in the index. */
    public ChangeListener listener() {
        return epochs;
    }

    @Override
    public CacheFigures event() {
        return event.figures();
    }

    @Override
    public CacheFigures search() {
        return search.figures();
    }

    @Override
    public CacheFigures graph() {
        return graph.figures();
    }

    /** Running loads are not kept either: they may have read what the operator wants forgotten. */
    @Override
    public void clear() {
        epochs.everythingChanged();
        event.clear();
        search.clear();
        graph.clear();
    }

    private EntryRules<Object, Object> graphRules() {
        return new EntryRules<>(
                key -> List.of(new Tag.MemoryGraph()),
                (key, value) -> EstimatedBytes.ENTRY + EstimatedBytes.ofGraph(value),
                epochs::bumpsOfGraphs);
    }
}
