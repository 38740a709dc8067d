package io.mnemolite.contract;

import io.mnemolite.contract.fixture.TextRepresentation;
import io.mnemolite.contract.fixture.WordEmbedder;
import io.mnemolite.core.event.EmbeddingPolicy;
import io.mnemolite.core.event.EmbeddingPolicy.FailureStrategy;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.event.SourceText;
import io.mnemolite.core.event.StoredEvents;
import io.mnemolite.core.event.StoredRenderedEvents;
import io.mnemolite.core.indexing.ChangeApplier;
import io.mnemolite.core.indexing.EventSource;
import io.mnemolite.core.search.InMemoryEventIndex;
import io.mnemolite.core.search.IndexedEventSearch;
import java.time.Clock;

class InMemoryApplicationTest extends ApplicationContract {

    @Override
    protected Application application(WordEmbedder embedder, FailureStrategy strategy) {
        InMemoryEventStore store = new InMemoryEventStore();
        InMemoryEventIndex index = new InMemoryEventIndex(WordEmbedder.DIMENSION);
        StoredEvents events = new StoredEvents(
                store,
                embedder,
                new EmbeddingPolicy(true, strategy, SourceText.DEFAULT),
                new ChangeApplier<>(new EventSource(store), index),
                Clock.systemUTC());
        return new Application(
                store,
                events,
                new StoredRenderedEvents(store, new TextRepresentation()),
                new IndexedEventSearch(store, index, () -> {}, embedder));
    }
}
