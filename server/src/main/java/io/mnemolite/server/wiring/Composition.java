package io.mnemolite.server.wiring;

import com.github.benmanes.caffeine.cache.Ticker;
import io.mnemolite.cache.CacheSettings;
import io.mnemolite.cache.Caches;
import io.mnemolite.core.change.CatchUp;
import io.mnemolite.core.change.ChangeFollower;
import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.InteractiveEmbedder;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.AwaitedVectors;
import io.mnemolite.core.event.EmbeddingPolicy;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.RenderedEvents;
import io.mnemolite.core.event.ScreenedEvents;
import io.mnemolite.core.event.StoredEvents;
import io.mnemolite.core.event.StoredRenderedEvents;
import io.mnemolite.core.event.WriteRoom;
import io.mnemolite.core.graph.GraphScreening;
import io.mnemolite.core.graph.MemoryGraph;
import io.mnemolite.core.indexing.ChangeApplier;
import io.mnemolite.core.indexing.EventSource;
import io.mnemolite.core.indexing.Indexing;
import io.mnemolite.core.indexing.VectorBackfill;
import io.mnemolite.core.indexing.Verification;
import io.mnemolite.core.operation.EmbeddingMonitor;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.IndexedEventStatistics;
import io.mnemolite.core.operation.history.SampleHistory;
import io.mnemolite.core.operation.history.Sampler;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.core.search.IndexedEventSearch;
import io.mnemolite.core.search.SearchMode;
import io.mnemolite.core.secret.Screening;
import io.mnemolite.core.secret.SecretDetection;
import io.mnemolite.core.secret.SecretPolicy;
import io.mnemolite.lucene.LuceneEventIndex;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.server.config.CacheConfiguration;
import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.home.Home;
import io.mnemolite.server.rest.EventJson;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of a running server, in start order. Building it opens the store, {@link #start()} begins to follow it. */
public final class Composition implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Composition.class);

    private final Configuration configuration;
    private final Home home;
    private final Foundation foundation;
    private final boolean isReached;
    private final PostgresStore store;
    private final Embedder embedder;
    private final InteractiveEmbedder interactive;
    private final EmbeddingSpace space;
    private final LuceneEventIndex index;
    private final ChangeApplier<EventId, Event> applier;
    private final Caches caches;
    private final Indexing<EventId, Event> indexing;
    private final Screening screening;
    private final Events events;
    private final MemoryGraph memoryGraph;
    private final ChangeFollower<UUID> graphFollower;
    private final RenderedEvents renderedEvents;
    private final EventSearch uncachedSearch;
    private final EventSearch search;
    private final EventStatistics statistics;
    private final VectorBackfill backfill;
    private final Verification verification;
    private final CodeParts code;
    private final SampleHistory history = new SampleHistory();
    private final Sampler sampler = new Sampler(history);
    private volatile boolean closed;

    /**
     * @throws MnemoliteException with {@link ErrorCode#CONFIGURATION} when the store's vectors are of another model; the
     *     index is as it was then
     */
    public static Composition build(Configuration configuration, Home home) {
        // Read while PostgreSQL starts.
        CompletableFuture<SecretDetection> detection = CompletableFuture.supplyAsync(SecretDetection::bundled);
        Foundation foundation = new Foundation(configuration);
        try {
            // Before the index is opened, which empties one of another dimension: a refused start must cost nothing.
            boolean isReached = foundation.openIfReachable();
            return new Composition(configuration, home, foundation, isReached, detection.join());
        } catch (RuntimeException e) {
            foundation.close();
            throw e;
        }
    }

    private Composition(
            Configuration configuration,
            Home home,
            Foundation foundation,
            boolean isReached,
            SecretDetection detection) {
        this.configuration = configuration;
        this.home = home;
        this.foundation = foundation;
        this.isReached = isReached;
        this.store = foundation.store();
        this.embedder = foundation.embedder();
        this.interactive = new InteractiveEmbedder(embedder);
        this.space = embedder.space();
        this.index = LuceneEventIndex.open(
                configuration.storage().index().resolve("events"),
                space.dimension(),
                configuration.index().ramBufferBytes());
        this.applier = new ChangeApplier<>(new EventSource(store.events()), index);
        this.caches = new Caches(
                settings(configuration.cache().event(), configuration),
                settings(configuration.cache().search(), configuration),
                settings(configuration.cache().graph(), configuration),
                Ticker.systemTicker());
        this.indexing = new Indexing<>(
                new EventSource(store.events()),
                store.changes(),
                index,
                applier,
                caches.listener(),
                configuration.index().pollInterval(),
                configuration.index().commitInterval());
        this.screening = new Screening(detection, configuration.secrets().policy());
        EmbeddingPolicy policy = Embedders.policy(configuration);
        WriteRoom room = new DiskReserve(configuration.storage().home(), DiskReserve.RESERVE_BYTES);
        this.events = screened(caches.coherent(
                new StoredEvents(store.events(), interactive, policy, applier, Clock.systemUTC(), room)));
        this.memoryGraph = new MemoryGraph(
                caches.coherent(store.graph()),
                Clock.systemUTC(),
                room,
                new GraphScreening(screens() ? screening : null));
        this.graphFollower = new ChangeFollower<>(
                "memory-graph",
                store.graphChanges(),
                caches.memoryGraphListener(),
                configuration.index().pollInterval());
        this.renderedEvents = caches.cached(new StoredRenderedEvents(store.events(), new EventJson()));
        this.uncachedSearch = new IndexedEventSearch(store.events(), index, indexing, interactive);
        this.search = caches.cached(uncachedSearch);
        this.statistics = caches.cached(new IndexedEventStatistics(store.statistics(), index, indexing));
        this.backfill = VectorBackfill.ofEvents(new AwaitedVectors(store.events(), embedder, policy.source()), events);
        this.verification = new Verification(store.events(), index, indexing);
        this.code = new CodeParts(configuration, store, interactive, caches, room);
    }

    /** Starts the background work; with a database that does not answer yet, as soon as it does. */
    public void start() {
        if (isReached) {
            work();
        } else {
            Thread.ofPlatform().daemon().name("start-up").start(this::workWhenReachable);
        }
    }

    private void work() {
        indexing.start();
        graphFollower.start();
        backfill.start();
        code.start();
    }

    private void workWhenReachable() {
        while (!closed) {
            try {
                foundation.open();
                work();
                LOG.info("The database answers; requests are served");
                return;
            } catch (MnemoliteException e) {
                if (e.code() != ErrorCode.UNAVAILABLE) {
                    LOG.error("The server cannot serve this database: {}", e.sentence());
                    return;
                }
                pause();
            }
        }
    }

    /**
     * In the background, what the first search would otherwise wait for: the model is loaded, the classes of a search are.
     */
    public void warmUp() {
        Thread.ofPlatform().daemon().name("warm-up").start(() -> {
            try {
                Embedders.warmUp(embedder);
                uncachedSearch.search(EventQuery.ofText("warm up", SearchMode.LEXICAL, 1));
            } catch (MnemoliteException e) {
                LOG.debug("Nothing was warmed up: {}", e.sentence());
            } catch (RuntimeException e) {
                // A server that is stopped meanwhile takes the parts away.
                if (!closed) {
                    LOG.warn("Nothing was warmed up", e);
                }
            }
        });
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        sampler.close();
        code.close();
        backfill.close();
        graphFollower.close();
        indexing.close();
        index.close();
        foundation.close();
        home.close();
    }

    private Events screened(Events unscreened) {
        return screens() ? new ScreenedEvents(unscreened, screening) : unscreened;
    }

    private boolean screens() {
        return configuration.secrets().policy() != SecretPolicy.OFF;
    }

    private static CacheSettings settings(CacheConfiguration.Bounds bounds, Configuration configuration) {
        return new CacheSettings(
                bounds.ttl(),
                bounds.maxItems(),
                bounds.maxBytes(),
                configuration.http().requestTimeout());
    }

    Configuration configuration() {
        return configuration;
    }

    public Home home() {
        return home;
    }

    PostgresStore store() {
        return store;
    }

    LuceneEventIndex index() {
        return index;
    }

    Embedder embedder() {
        return embedder;
    }

    EmbeddingSpace space() {
        return space;
    }

    Caches caches() {
        return caches;
    }

    Indexing<EventId, Event> indexing() {
        return indexing;
    }

    Screening screening() {
        return screening;
    }

    Events events() {
        return events;
    }

    RenderedEvents renderedEvents() {
        return renderedEvents;
    }

    MemoryGraph memoryGraph() {
        return memoryGraph;
    }

    EventSearch search() {
        return search;
    }

    EventStatistics statistics() {
        return statistics;
    }

    CatchUp catchUp() {
        return new CatchUp(store.changes(), List.of(indexing, code.tailing(), graphFollower));
    }

    CodeParts code() {
        return code;
    }

    /** What there was to see of this process; begins when the sampler is started. */
    SampleHistory history() {
        return history;
    }

    Sampler sampler() {
        return sampler;
    }

    EmbeddingMonitor embeddingMonitor() {
        return () -> {
            Map<String, String> failures = new TreeMap<>();
            backfill.failure().ifPresent(sentence -> failures.put("events", sentence));
            code.vectorFailure().ifPresent(sentence -> failures.put("code", sentence));
            return failures;
        };
    }

    Verification verification() {
        return verification;
    }
}
