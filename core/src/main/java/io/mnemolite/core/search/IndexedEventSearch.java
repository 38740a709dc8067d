package io.mnemolite.core.search;

import io.mnemolite.core.deadline.Aside;
import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.search.RankedCandidates.Ranked;
import io.mnemolite.core.timing.Phase;
import io.mnemolite.core.timing.RequestPhases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Searches the index for identities and the store for their rows; without words or vector, the store alone. */
public final class IndexedEventSearch implements EventSearch {

    private final EventStore store;
    private final EventIndex index;
    private final IndexAvailability availability;
    private final Embedder embedder;
    private final IndexedCounts counts;
    private final VectorChannel vectorChannel;
    private final LexicalChannel lexicalChannel;
    private final HybridChannel hybridChannel;

    public IndexedEventSearch(EventStore store, EventIndex index, IndexAvailability availability, Embedder embedder) {
        this.store = store;
        this.index = index;
        this.availability = availability;
        this.embedder = embedder;
        this.counts = new IndexedCounts(index, availability);
        MetadataCheck check = new MetadataCheck(store);
        this.vectorChannel = new VectorChannel(check);
        this.lexicalChannel = new LexicalChannel(check);
        this.hybridChannel = new HybridChannel(check);
    }

    @Override
    public EventSearchPage search(EventQuery query) {
        if (query.isFilterOnly()) {
            return filter(query);
        }
        availability.requireReady();
        Supplier<EmbeddingVector> vector = query.mode() == SearchMode.LEXICAL ? null : vector(query);
        try (IndexSnapshot snapshot = RequestPhases.timed(Phase.INDEX, index::snapshot)) {
            // Asked again with the snapshot in hand: a rebuild that cleared the index before it was taken is known by
            // now.
            availability.requireReady();
            RankedCandidates candidates = RequestPhases.timed(Phase.INDEX, () -> candidates(query, vector, snapshot));
            return page(query, candidates, snapshot);
        }
    }

    private RankedCandidates candidates(
            EventQuery query, @Nullable Supplier<EmbeddingVector> vector, IndexSnapshot snapshot) {
        String text = query.text();
        if (vector == null) {
            if (text == null) {
                throw new MnemoliteException(
                        ErrorCode.INVALID_VALUE,
                        "A lexical search needs words, but the query is a vector; use mode=vector or send a text.");
            }
            return lexicalChannel.rank(text, query, snapshot);
        }
        return query.mode() == SearchMode.HYBRID && text != null
                ? hybridChannel.rank(text, vector, query, snapshot)
                : vectorChannel.rank(vector.get(), query, snapshot);
    }

    private Supplier<EmbeddingVector> vector(EventQuery query) {
        EmbeddingVector given = query.vector();
        if (given != null) {
            return () -> given;
        }
        String text = query.text();
        if (text == null) {
            throw new IllegalStateException("A query without text and vector is filter only");
        }
        if (query.mode() == SearchMode.HYBRID) {
            // Words are looked up while the model works.
            return Aside.begin(() -> embedder.embed(text))::await;
        }
        EmbeddingVector made = embedder.embed(text);
        return () -> made;
    }

    private EventSearchPage filter(EventQuery query) {
        List<Event> events = store.filter(query.filter(), query.limit(), query.offset());
        boolean isFirstAndOnly = query.offset() == 0 && events.size() < query.limit();
        // A write since then, or of another server, can be in one of the two alone.
        long total = isFirstAndOnly
                ? events.size()
                : Math.max(count(query.filter()), events.isEmpty() ? 0 : query.offset() + events.size());
        List<EventHit> hits =
                events.stream().map(event -> new EventHit(event, null, null)).toList();
        SearchExplanation explanation = query.explain()
                ? new SearchExplanation(
                        "filter",
                        null,
                        null,
                        false,
                        store.countAwaitingVector(),
                        hits.isEmpty() ? EmptyReasons.ofFilter(query, total, store) : List.of())
                : null;
        return new EventSearchPage(hits, total, TotalRelation.EQUAL, explanation);
    }

    private long count(EventFilter filter) {
        return counts.read(filter, snapshot -> (long) snapshot.count(filter), () -> store.count(filter));
    }

    private EventSearchPage page(EventQuery query, RankedCandidates candidates, IndexSnapshot snapshot) {
        List<Ranked> ranking = candidates.page();
        Map<EventId, Event> rows = HashMap.newHashMap(ranking.size());
        store.findAll(ranking.stream().map(Ranked::id).toList()).forEach(event -> rows.put(event.id(), event));
        List<EventHit> hits = new ArrayList<>(ranking.size());
        for (Ranked ranked : ranking) {
            Event event = rows.get(ranked.id());
            // Gone or changed since the snapshot: a newer truth than the one asked for.
            if (event != null && query.filter().matches(event)) {
                hits.add(new EventHit(event, ranked.distance(), query.explain() ? ranked.explanation() : null));
            }
        }
        SearchExplanation explanation = query.explain()
                ? new SearchExplanation(
                        candidates.mode(),
                        candidates.vectorCandidates(),
                        candidates.lexicalCandidates(),
                        candidates.fallback(),
                        store.countAwaitingVector(),
                        hits.isEmpty() ? EmptyReasons.ofCandidates(query, candidates, snapshot, store) : List.of())
                : null;
        return new EventSearchPage(hits, candidates.total(), candidates.relation(), explanation);
    }
}
