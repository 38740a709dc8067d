package io.mnemolite.core.search;

import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import java.util.List;
import java.util.Set;

/** Removes candidates that the index's superset filter let pass although their metadata does not contain the filter's. */
final class MetadataCheck {

    private final EventStore store;

    MetadataCheck(EventStore store) {
        this.store = store;
    }

    List<IndexCandidate> matching(List<IndexCandidate> candidates, EventFilter filter, IndexSnapshot snapshot) {
        if (candidates.isEmpty() || snapshot.isExact(filter)) {
            return candidates;
        }
        Set<EventId> matching =
                store.matching(candidates.stream().map(IndexCandidate::id).toList(), filter);
        return candidates.stream()
                .filter(candidate -> matching.contains(candidate.id()))
                .toList();
    }
}
