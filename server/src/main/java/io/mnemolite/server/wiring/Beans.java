package io.mnemolite.server.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.mnemolite.core.change.CatchUp;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.CodeGraphStore;
import io.mnemolite.core.code.indexing.CodeGraphUpdate;
import io.mnemolite.core.code.indexing.CodeIndexing;
import io.mnemolite.core.code.indexing.CodeVerification;
import io.mnemolite.core.code.indexing.IndexingTimes;
import io.mnemolite.core.code.search.CodeSearch;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.code.text.TextSearch;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.RenderedEvents;
import io.mnemolite.core.graph.MemoryGraph;
import io.mnemolite.core.indexing.Indexing;
import io.mnemolite.core.indexing.Verification;
import io.mnemolite.core.operation.CacheMonitor;
import io.mnemolite.core.operation.CodeStatistics;
import io.mnemolite.core.operation.EmbeddingMonitor;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.LegacyStore;
import io.mnemolite.core.operation.StoreMonitor;
import io.mnemolite.core.operation.history.SampleHistory;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.postgres.legacy.V1Store;
import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.config.HttpConfiguration;
import io.mnemolite.server.front.Admission;
import io.mnemolite.server.front.BrowserSession;
import io.mnemolite.server.front.CachedEventRoute;
import io.mnemolite.server.front.FrontDoorSettings;
import io.mnemolite.server.front.Profiling;
import io.mnemolite.server.front.RequestAccounts;
import io.mnemolite.server.front.StreamPlaces;
import io.mnemolite.server.ops.DatabaseCheck;
import io.mnemolite.server.ops.Suggestions;
import io.mnemolite.server.ops.SystemReport;
import io.mnemolite.server.rest.WireLimits;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands the parts of the {@link Composition} to the resources. */
@ApplicationScoped
public class Beans {

    private static final Composition COMPOSITION = Started.composition();

    @Produces
    @Singleton
    Configuration configuration() {
        return COMPOSITION.configuration();
    }

    @Produces
    @Singleton
    Events events() {
        return COMPOSITION.events();
    }

    @Produces
    @Singleton
    EventStore eventStore() {
        return COMPOSITION.store().events();
    }

    @Produces
    @Singleton
    RenderedEvents renderedEvents() {
        return COMPOSITION.renderedEvents();
    }

    @Produces
    @Singleton
    MemoryGraph memoryGraph() {
        return COMPOSITION.memoryGraph();
    }

    @Produces
    @Singleton
    EventSearch search() {
        return COMPOSITION.search();
    }

    @Produces
    @Singleton
    LegacyStore.Opener legacyStore() {
        return V1Store::open;
    }

    @Produces
    @Singleton
    Indexing<EventId, Event> indexing() {
        return COMPOSITION.indexing();
    }

    @Produces
    @Singleton
    CatchUp catchUp() {
        return COMPOSITION.catchUp();
    }

    @Produces
    @Singleton
    Indexing<CodeFileId, IndexedCodeFile> codeTailing() {
        return COMPOSITION.code().tailing();
    }

    @Produces
    @Singleton
    CodeIndexing codeIndexing() {
        return COMPOSITION.code().indexing();
    }

    @Produces
    @Singleton
    IndexingTimes indexingTimes() {
        return COMPOSITION.code().times();
    }

    @Produces
    @Singleton
    CodeStore codeStore() {
        return COMPOSITION.store().code();
    }

    @Produces
    @Singleton
    CodeGraph codeGraph() {
        return COMPOSITION.code().graph();
    }

    @Produces
    @Singleton
    CodeGraphUpdate codeGraphUpdate() {
        return COMPOSITION.code().construction();
    }

    @Produces
    @Singleton
    CodeGraphStore codeGraphStore() {
        return COMPOSITION.store().codeGraph();
    }

    @Produces
    @Singleton
    CodeSearch codeSearch() {
        return COMPOSITION.code().search();
    }

    @Produces
    @Singleton
    TextSearch textSearch() {
        return COMPOSITION.code().textSearch();
    }

    @Produces
    @Singleton
    Verification verification() {
        return COMPOSITION.verification();
    }

    @Produces
    @Singleton
    CodeVerification codeVerification() {
        return COMPOSITION.code().verification();
    }

    @Produces
    @Singleton
    StoreMonitor storeMonitor() {
        return COMPOSITION.store().monitor();
    }

    @Produces
    @Singleton
    EventStatistics eventStatistics() {
        return COMPOSITION.statistics();
    }

    @Produces
    @Singleton
    CodeStatistics codeStatistics() {
        return COMPOSITION.store().codeStatistics();
    }

    @Produces
    @Singleton
    CacheMonitor cacheMonitor() {
        return COMPOSITION.caches();
    }

    @Produces
    @Singleton
    EmbeddingMonitor embeddingMonitor() {
        return COMPOSITION.embeddingMonitor();
    }

    @Produces
    @Singleton
    SampleHistory sampleHistory() {
        return COMPOSITION.history();
    }

    /** Begins with the server, since requests are counted from then on. */
    void sample(@Observes StartupEvent start, RequestAccounts accounts, Admission admission) {
        COMPOSITION.sampler().start(new ServerFigures(COMPOSITION, accounts, admission));
    }

    @Produces
    @Singleton
    EmbeddingSpace embeddingSpace() {
        return COMPOSITION.space();
    }

    @Produces
    @Singleton
    WireLimits wireLimits() {
        return new WireLimits(COMPOSITION.space());
    }

    @Produces
    @Singleton
    Admission admission() {
        HttpConfiguration http = COMPOSITION.configuration().http();
        return new Admission(
                http.maxConcurrentRequests(), http.maxConcurrentRequests() * http.queueFactor(), http.requestTimeout());
    }

    @Produces
    @Singleton
    DatabaseCheck databaseCheck(StoreMonitor store, Admission admission) {
        return new DatabaseCheck(store::version, admission::isFull);
    }

    void checkDatabase(@Observes StartupEvent start, DatabaseCheck check) {
        check.start();
    }

    void stopChecking(@Disposes DatabaseCheck check) {
        check.close();
    }

    @Produces
    @Singleton
    Profiling profiling() {
        return new Profiling(COMPOSITION.configuration().observability().profiling());
    }

    @Produces
    @Singleton
    StreamPlaces streamPlaces() {
        return new StreamPlaces();
    }

    @Produces
    @Singleton
    RequestAccounts requestAccounts(MeterRegistry registry, Admission admission) {
        Meters.register(registry, COMPOSITION, admission);
        return new RequestAccounts(registry);
    }

    @Produces
    @Singleton
    CachedEventRoute cachedEventRoute(RenderedEvents events) {
        return new CachedEventRoute(events);
    }

    @Produces
    @Singleton
    FrontDoorSettings frontDoorSettings() {
        HttpConfiguration http = COMPOSITION.configuration().http();
        Set<String> hosts = new TreeSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        hosts.add(http.host().toLowerCase(Locale.ROOT));
        http.allowedHosts().forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        return new FrontDoorSettings(
                hosts,
                Optional.ofNullable(http.apiKey()).map(secret -> secret.reveal()),
                http.maxBodyBytes(),
                http.maxCodeIndexBodyBytes(),
                http.streamIdleTimeout(),
                COMPOSITION.configuration().observability().metrics());
    }

    @Produces
    @Singleton
    BrowserSession browserSession(FrontDoorSettings settings) {
        return new BrowserSession(settings.apiKey());
    }

    @Produces
    @Singleton
    SystemReport systemReport(
            Configuration configuration, @ConfigProperty(name = "quarkus.application.version") String version) {
        return new SystemReport(configuration, version);
    }

    @Produces
    @Singleton
    Suggestions suggestions(StoreMonitor store, EventStore events, CacheMonitor caches, RequestAccounts accounts) {
        return new Suggestions(store, events, caches, accounts);
    }
}
