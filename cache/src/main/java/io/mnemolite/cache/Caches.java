package io.mnemolite.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import io.mnemolite.core.change.ChangeListener;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.indexing.CodeIndexing;
import io.mnemolite.core.code.search.CodeSearch;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.RenderedEvent;
import io.mnemolite.core.event.RenderedEvents;
import io.mnemolite.core.graph.GraphStore;
import io.mnemolite.core.operation.CacheMonitor;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.search.EventSearch;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

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
    private final CoherentCache<SearchKey, SearchValue> search;
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
        this.search = new CoherentCache<>(epochs, SearchKey.rules(epochs), search, ticker, protocol);
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

    /** Timelines, severities and distributions through the search cache, or the delegate itself when that is off. */
    public EventStatistics cached(EventStatistics delegate) {
        return searchSettings.isOff() ? delegate : new CachedEventStatistics(delegate, search);
    }

    /** Searches for code through the search cache, or the delegate itself when that is off. */
    public CodeSearch cachedCode(CodeSearch delegate) {
        return searchSettings.isOff() ? delegate : new CachedCodeSearch(delegate, search);
    }

    /** The only door for changes of code: each is seen by every search that starts after it returned. */
    public CodeIndexing coherentCode(CodeIndexing delegate) {
        return new CoherentCodeIndexing(delegate, epochs);
    }

    /** The only door for writes: each is seen by every read and search that starts after it returned. */
    public Events coherent(Events delegate) {
        return new CoherentEvents(delegate, epochs);
    }

    /** The memory graph: reads through the graph cache, unless that is off, and the only door for writes. */
    public GraphStore coherent(GraphStore delegate) {
        return new CoherentGraphStore(delegate, graph, epochs, graphSettings.isOff());
    }

    /** The graph of code: reads through the graph cache, or the delegate itself when that is off. */
    public CodeGraph cached(CodeGraph delegate) {
        return graphSettings.isOff() ? delegate : new CachedCodeGraph(delegate, graph);
    }

    /** To be told the name of a repository whose edges changed. */
    public Consumer<String> codeGraphListener() {
        return epochs::repositoryChanged;
    }

    /** To be told of changes made elsewhere, after they are in the index. */
    public ChangeListener<EventId> listener() {
        return epochs;
    }

    /** To be told of changes of the memory graph made elsewhere. */
    public ChangeListener<UUID> memoryGraphListener() {
        return new ChangeListener<>() {
            @Override
            public void changed(Collection<UUID> ids) {
                epochs.memoryGraphChanged();
            }

            @Override
            public void everythingChanged() {
                epochs.memoryGraphChanged();
            }
        };
    }

    /** To be told of changes of code made elsewhere, after they are in the index. */
    public ChangeListener<CodeFileId> codeListener() {
        return new ChangeListener<>() {
            @Override
            public void changed(Collection<CodeFileId> ids) {
                if (!ids.isEmpty()) {
                    epochs.someRepositoryChanged();
                }
            }

            @Override
            public void everythingChanged() {
                epochs.everythingChanged();
            }
        };
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
                key -> key instanceof CodeQuestion question ? question.tags() : List.of(new Tag.MemoryGraph()),
                (key, value) -> EstimatedBytes.ENTRY + EstimatedBytes.ofGraph(value),
                epochs::bumpsOfGraphs);
    }
}
