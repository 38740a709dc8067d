package io.mnemolite.cache;

import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventRepresentation.Variant;
import io.mnemolite.core.event.RenderedEvent;
import io.mnemolite.core.event.RenderedEvents;
import io.mnemolite.core.search.EventHit;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.core.search.EventSearchPage;
import io.mnemolite.core.search.TotalRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a {@link VersionedStore}; the version is the tag of a rendered event and the revision of a hit. */
final class VersionedReads implements RenderedEvents, EventSearch {

    private final VersionedStore store;

    VersionedReads(VersionedStore store) {
        this.store = store;
    }

    @Override
    public @Nullable RenderedEvent peek(EventId id, Variant variant) {
        return null;
    }

    /** Empty for a deleted event. */
    @Override
    public Optional<RenderedEvent> find(EventId id, Variant variant, boolean bypassCache) {
        long version = store.read(store.number(id));
        return version < 0 ? Optional.empty() : Optional.of(new RenderedEvent(new byte[0], Long.toString(version)));
    }

    /** Every event that the index knows, deleted ones too, so that a reader learns of each version. */
    @Override
    public EventSearchPage search(EventQuery query) {
        long[] versions = store.readIndex();
        List<EventHit> hits = new ArrayList<>();
        for (int number = 0; number < versions.length; number++) {
            hits.add(new EventHit(VersionedEvents.event(store.id(number), Math.abs(versions[number])), null, null));
        }
        return new EventSearchPage(hits, hits.size(), TotalRelation.EQUAL, null);
    }
}
