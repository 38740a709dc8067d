package io.mnemolite.cache;

import io.mnemolite.contract.Application;
import io.mnemolite.contract.ApplicationContract;
import io.mnemolite.contract.fixture.TextRepresentation;
import io.mnemolite.contract.fixture.WordEmbedder;
import io.mnemolite.core.event.EmbeddingPolicy;
import io.mnemolite.core.event.EmbeddingPolicy.FailureStrategy;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.event.SourceText;
import io.mnemolite.core.event.StoredEvents;
import io.mnemolite.core.event.StoredRenderedEvents;
import io.mnemolite.core.indexing.ChangeApplier;
import io.mnemolite.core.indexing.EventSource;
import io.mnemolite.core.search.InMemoryEventIndex;
import io.mnemolite.core.search.IndexedEventSearch;
import java.time.Clock;
import java.time.Duration;

/** The application with caches whose entries never expire keeps every promise of the one without. */
class CachedApplicationTest extends ApplicationContract {

    private static final CacheSettings SETTINGS = new CacheSettings(Duration.ofDays(1), 1_000, 32 << 20);

    @Override
    protected Application application(WordEmbedder embedder, FailureStrategy strategy) {
        InMemoryEventStore store = new InMemoryEventStore();
        InMemoryEventIndex index = new InMemoryEventIndex(WordEmbedder.DIMENSION);
        Caches caches = new Caches(SETTINGS, SETTINGS, SETTINGS, new FakeTicker());
        EmbeddingPolicy policy = new EmbeddingPolicy(true, strategy, SourceText.DEFAULT);
        ChangeApplier<EventId, Event> applier = new ChangeApplier<>(new EventSource(store), index);
        return new Application(
                store,
                caches.coherent(new StoredEvents(store, embedder, policy, applier, Clock.systemUTC())),
                caches.cached(new StoredRenderedEvents(store, new TextRepresentation())),
                caches.cached(new IndexedEventSearch(store, index, () -> {}, embedder)));
    }
}
