package io.mnemolite.server.web.monitoring;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.indexing.Indexing;
import io.mnemolite.core.operation.Assessment;
import io.mnemolite.core.operation.EmbeddingMonitor;
import io.mnemolite.core.operation.Vitals;
import io.mnemolite.core.operation.Vitals.IndexVitals;
import io.mnemolite.server.web.monitoring.process.Machine;
import io.mnemolite.server.web.monitoring.section.Answer;
import io.mnemolite.server.web.monitoring.section.Banner;
import io.mnemolite.server.web.monitoring.section.Database;
import io.mnemolite.server.web.monitoring.section.IndexCard;
import io.mnemolite.server.web.monitoring.section.PoolCard;
import io.mnemolite.server.web.monitoring.section.Queue;
import io.mnemolite.server.web.text.Amounts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads everything that the operator's page shows. What fails is said in its place. */
@Singleton
class Readings {

    private static final Instant STARTED =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    private final StoreReadings store;
    private final ProcessReadings process;
    private final Indexing<EventId, Event> events;
    private final Indexing<CodeFileId, IndexedCodeFile> code;
    private final EmbeddingMonitor embedding;
    private final String version;
    private final Clock clock = Clock.systemUTC();

    @Inject
    Readings(
            StoreReadings store,
            ProcessReadings process,
            Indexing<EventId, Event> events,
            Indexing<CodeFileId, IndexedCodeFile> code,
            EmbeddingMonitor embedding,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.store = store;
        this.process = process;
        this.events = events;
        this.code = code;
        this.embedding = embedding;
        this.version = version;
    }

    /** @param isFresh whether nothing may be some seconds old */
    Monitoring read(Selection selection, boolean isFresh) {
        Instant now = clock.instant();
        Period period = selection.period();
        Answer<String> database = store.version();
        Answer<Map<String, Long>> severities = asked(database, () -> store.severities(now));
        Answer<Long> awaiting = asked(database, store::awaitingEvents);
        Answer<Long> documents = StoreReadings.ask(events::documents);
        PoolCard pool = process.pool();
        return new Monitoring(
                selection,
                Banner.of(assessment(database, severities, pool), now, STARTED),
                process.figures(period, now, events.lagSeconds(), awaiting),
                asked(database, () -> store.events(period, now, isFresh)),
                asked(database, store::critical),
                process.caches(period, now),
                process.routes(selection.order()),
                process.statements(),
                pool,
                asked(database, () -> store.figures(isFresh))
                        .map(figures -> Database.of(shownVersion(database), figures)),
                List.of(
                        index("Events", "events", events, documents),
                        index("Code", "chunks", code, StoreReadings.ask(code::documents))),
                awaiting.map(count ->
                        Queue.of(documents.value() == null ? count : documents.value(), count, failure("events"))),
                asked(database, () -> store.codeVectors(isFresh))
                        .map(vectors -> Queue.of(vectors.wanted(), vectors.awaited(), failure("code"))),
                Machine.read(version));
    }

    private Assessment assessment(Answer<String> database, Answer<Map<String, Long>> severities, PoolCard pool) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return Assessment.of(new Vitals(
                severities.value(),
                database.value() == null ? database.failure() : null,
                List.of(
                        new IndexVitals("search index", events.state(), events.lagSeconds()),
                        new IndexVitals("code index", code.state(), code.lagSeconds())),
                pool.figures(),
                embedding.failures(),
                heap.getUsed(),
                Math.max(0, heap.getMax())));
    }

    private IndexCard index(String name, String plural, Indexing<?, ?> index, Answer<Long> documents) {
        return IndexCard.of(
                name,
                plural,
                index.state(),
                documents.map(count -> String.format(Locale.ROOT, "%,d", count)),
                StoreReadings.ask(index::sizeInBytes).map(Amounts::bytes),
                index.lagSeconds());
    }

    private @Nullable String failure(String of) {
        return embedding.failures().get(of);
    }

    private static String shownVersion(Answer<String> database) {
        return database.value() == null ? Amounts.NONE : database.value();
    }

    /** Does not ask a database again that does not answer: its sentence stands for all. */
    private static <T> Answer<T> asked(Answer<String> database, Supplier<Answer<T>> question) {
        return database.value() == null ? Answer.failed(database.failure()) : question.get();
    }
}
