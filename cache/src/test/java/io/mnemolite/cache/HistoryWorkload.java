package io.mnemolite.cache;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventRepresentation.Variant;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.MadeVector;
import io.mnemolite.core.event.RenderedEvent;
import io.mnemolite.core.event.RenderedEvents;
import io.mnemolite.core.search.EventHit;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.core.search.SearchMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/** Eight threads that read and write a few events through the caches, in every way there is. */
final class HistoryWorkload {

    static final int THREADS = 8;
    private static final int EVENTS = 4;
    private static final Duration TTL = Duration.ofSeconds(10);

    private final VersionedStore store;
    private final VersionedEvents plainEvents;
    private final FakeTicker ticker = new FakeTicker();
    private final Caches caches;
    private final Events events;
    private final RenderedEvents rendered;
    private final EventSearch search;
    private final History history = new History(EVENTS);

    HistoryWorkload(CoherenceProtocol protocol, long seed, BiFunction<Caches, Events, Events> coherent) {
        this.store = new VersionedStore(EVENTS, new Disturbance(seed));
        this.plainEvents = new VersionedEvents(store);
        CacheSettings settings = new CacheSettings(TTL, 100, 1 << 20);
        this.caches = new Caches(settings, settings, settings, ticker, protocol);
        VersionedReads reads = new VersionedReads(store);
        this.events = coherent.apply(caches, plainEvents);
        this.rendered = caches.cached((RenderedEvents) reads);
        this.search = caches.cached((EventSearch) reads);
    }

    Caches caches() {
        return caches;
    }

    /** Runs the operations, or fewer: with {@code untilStale} up to the first stale read. */
    History run(long operations, long seed, boolean untilStale) throws ExecutionException, InterruptedException {
        SplittableRandom seeds = new SplittableRandom(seed);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                SplittableRandom random = seeds.split();
                done.add(threads.submit(() -> {
                    for (long i = 0; i < operations / THREADS && !(untilStale && history.staleReads() > 0); i++) {
                        operate(random);
                    }
                }));
            }
            for (Future<?> thread : done) {
                thread.get();
            }
        }
        return history;
    }

    private void operate(SplittableRandom random) {
        int number = random.nextInt(EVENTS);
        int dice = random.nextInt(10_000);
        if (dice < 450) {
            write(random.nextInt(20), number);
        } else if (dice < 550) {
            changeElsewhere(number);
        } else if (dice < 555) {
            caches.clear();
        } else if (dice < 600) {
            ticker.advance(TTL.dividedBy(4));
        } else if (dice < 1_400) {
            search(random.nextInt(2));
        } else {
            read(number, dice < 1_600, random.nextBoolean() ? Variant.WITH_EMBEDDING : Variant.WITHOUT_EMBEDDING);
        }
    }

    private void write(int kind, int number) {
        EventId id = store.id(number);
        try {
            switch (kind) {
                case 0, 1, 2 -> events.delete(id);
                case 3 -> events.deleteMatching(VersionedEvents.only(number), false);
                case 4, 5 -> events.importAll(List.of(draft(id)));
                case 6 -> events.fillVectors(List.of(new MadeVector(id, 1, null)));
                case 7, 8 -> events.mergeMetadata(id, VersionedEvents.BREAKS, OptionalLong.empty());
                default -> events.mergeMetadata(id, VersionedEvents.NOTHING, OptionalLong.empty());
            }
        } catch (MnemoliteException connectionBroke) {
            // Its caller was answered too, and can find out that the write is there.
        }
        history.acknowledge(number, plainEvents.lastVersion());
    }

    /** Another node's write, which the tailer applies and tells of. */
    private void changeElsewhere(int number) {
        long version = store.commitUpdate(number);
        store.apply(number);
        caches.listener().changed(List.of(store.id(number)));
        history.acknowledge(number, version);
    }

    private void read(int number, boolean bypass, Variant variant) {
        EventId id = store.id(number);
        long required = history.required(number);
        RenderedEvent peeked = bypass ? null : rendered.peek(id, variant);
        if (peeked != null) {
            history.read("A peek", number, required, Long.parseLong(peeked.tag()));
            return;
        }
        Optional<RenderedEvent> found = rendered.find(id, variant, bypass);
        String how = bypass ? "A bypass" : "A read";
        if (found.isPresent()) {
            history.read(how, number, required, Long.parseLong(found.get().tag()));
        } else {
            // An absent event shows no version; it must have been deleted at or after what is required.
            history.read(how + " that found nothing", number, required, store.lastDeletion(number));
        }
    }

    private void search(int kind) {
        long[] required = new long[EVENTS];
        for (int number = 0; number < EVENTS; number++) {
            required[number] = history.required(number);
        }
        EventFilter filter =
                EventFilter.byMetadata(JsonNodeFactory.instance.objectNode().put("kind", kind));
        EventQuery query = new EventQuery("words", null, SearchMode.VECTOR, filter, 10, 0, 1.0, false);
        for (EventHit hit : search.search(query).hits()) {
            int number = store.number(hit.event().id());
            history.read("A search", number, required[number], hit.event().revision());
        }
    }

    private static EventDraft draft(EventId id) {
        return new EventDraft(id, Instant.EPOCH, VersionedEvents.NOTHING, VersionedEvents.NOTHING, null, false);
    }
}
