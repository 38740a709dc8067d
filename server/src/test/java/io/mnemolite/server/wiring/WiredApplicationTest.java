package io.mnemolite.server.wiring;

import com.github.benmanes.caffeine.cache.Ticker;
import io.mnemolite.cache.CacheSettings;
import io.mnemolite.cache.Caches;
import io.mnemolite.contract.Application;
import io.mnemolite.contract.ApplicationContract;
import io.mnemolite.contract.fixture.TextRepresentation;
import io.mnemolite.contract.fixture.WordEmbedder;
import io.mnemolite.core.event.EmbeddingPolicy;
import io.mnemolite.core.event.EmbeddingPolicy.FailureStrategy;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.ScreenedEvents;
import io.mnemolite.core.event.SourceText;
import io.mnemolite.core.event.StoredEvents;
import io.mnemolite.core.event.StoredRenderedEvents;
import io.mnemolite.core.indexing.ChangeApplier;
import io.mnemolite.core.indexing.EventSource;
import io.mnemolite.core.search.IndexedEventSearch;
import io.mnemolite.core.secret.Screening;
import io.mnemolite.core.secret.SecretDetection;
import io.mnemolite.core.secret.SecretPolicy;
import io.mnemolite.lucene.LuceneEventIndex;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.PostgresSettings;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.embedded.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The application on PostgreSQL and Lucene, behind the caches: as a server wires it. */
class WiredApplicationTest extends ApplicationContract {

    private final List<AutoCloseable> opened = new ArrayList<>();

    @TempDir
    Path directory;

    @Override
    protected Application application(WordEmbedder embedder, FailureStrategy strategy) {
        PostgresStore postgres = new PostgresStore(PostgresSettings.development(
                DatabaseAddress.parse(TestPostgres.bundled().freshDatabase())));
        opened.add(postgres);
        postgres.migrate();
        LuceneEventIndex index =
                LuceneEventIndex.open(directory.resolve("index-" + opened.size()), WordEmbedder.DIMENSION);
        opened.add(index);
        EventStore store = postgres.events();
        CacheSettings settings = new CacheSettings(Duration.ofHours(1), 1_000, CacheSettings.DEFAULT_MAX_BYTES);
        Caches caches = new Caches(settings, settings, settings, Ticker.systemTicker());
        StoredEvents events = new StoredEvents(
                store,
                embedder,
                new EmbeddingPolicy(true, strategy, SourceText.DEFAULT),
                new ChangeApplier<>(new EventSource(store), index),
                Clock.systemUTC());
        return new Application(
                store,
                new ScreenedEvents(
                        caches.coherent(events), new Screening(SecretDetection.bundled(), SecretPolicy.REDACT)),
                caches.cached(new StoredRenderedEvents(store, new TextRepresentation())),
                caches.cached(new IndexedEventSearch(store, index, () -> {}, embedder)));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : opened.reversed()) {
            part.close();
        }
    }
}
