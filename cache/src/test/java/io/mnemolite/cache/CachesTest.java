package io.mnemolite.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventRepresentation.Variant;
import io.mnemolite.core.event.RenderedEvents;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.core.search.SearchMode;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The caches put together over a store of versions. */
class CachesTest {

    private static final CacheSettings SETTINGS = new CacheSettings(Duration.ofSeconds(60), 100, 1 << 20);
    private static final CacheSettings OFF = new CacheSettings(Duration.ZERO, 100, 1 << 20);

    private final VersionedStore store = new VersionedStore(2, new Disturbance(1));
    private final VersionedReads reads = new VersionedReads(store);
    private final Caches caches = new Caches(SETTINGS, SETTINGS, SETTINGS, new FakeTicker());
    private final RenderedEvents rendered = caches.cached((RenderedEvents) reads);
    private final EventSearch search = caches.cached((EventSearch) reads);
    private final EventId id = store.id(0);

    private static EventQuery query(String metadata, boolean explain) {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        filter.putObject("nested").put("key", metadata).putArray("list").add(1).add(2.5);
        EmbeddingVector vector = EmbeddingVector.of(0.5f, 0.25f);
        return new EventQuery("words", vector, SearchMode.HYBRID, EventFilter.byMetadata(filter), 10, 0, 1.0, explain);
    }

    private String tag(Variant variant) {
        return rendered.find(id, variant, false).orElseThrow().tag();
    }

    @Test
    void find_keepsEachVariant() {
        tag(Variant.WITH_EMBEDDING);
        assertThat(rendered.peek(id, Variant.WITH_EMBEDDING)).isNotNull();
        assertThat(rendered.peek(id, Variant.WITHOUT_EMBEDDING)).isNull();
        tag(Variant.WITHOUT_EMBEDDING);
        assertThat(rendered.peek(id, Variant.WITHOUT_EMBEDDING)).isNotNull();
        assertThat(caches.event().items()).isEqualTo(2);
        assertThat(caches.event().memoryBytes()).isGreaterThan(2 * EstimatedBytes.ENTRY);
    }

    @Test
    void find_afterWrite_showsIt() {
        assertThat(tag(Variant.WITH_EMBEDDING)).isEqualTo("0");
        caches.coherent(new VersionedEvents(store)).mergeMetadata(id, VersionedEvents.NOTHING, OptionalLong.empty());
        assertThat(rendered.peek(id, Variant.WITH_EMBEDDING)).isNull();
        assertThat(tag(Variant.WITH_EMBEDDING)).isEqualTo("1");
    }

    @Test
    void find_afterChangeElsewhere_showsIt() {
        tag(Variant.WITH_EMBEDDING);
        store.commitUpdate(0);
        caches.listener().changed(List.of(id));
        assertThat(tag(Variant.WITH_EMBEDDING)).isEqualTo("1");
    }

    @Test
    void find_bypassing_readsTheStoreAndFills() {
        tag(Variant.WITH_EMBEDDING);
        store.commitUpdate(0);
        assertThat(rendered.find(id, Variant.WITH_EMBEDDING, true).orElseThrow().tag())
                .isEqualTo("1");
        assertThat(tag(Variant.WITH_EMBEDDING)).isEqualTo("1");
    }

    @Test
    void search_equalQueries_loadOnce() {
        search.search(query("a", false));
        search.search(query("a", false));
        search.search(query("b", false));
        search.search(query("a", true));
        search.search(query("a", true));
        assertThat(caches.search().loads()).isEqualTo(3);
        assertThat(caches.search().hits()).isEqualTo(2);
    }

    @Test
    void search_callerChangesItsFilterLater_keepsTheOldOne() {
        EventQuery query = query("a", false);
        search.search(query);
        query.filter().metadata().put("more", 1);
        search.search(query);
        search.search(query("a", false));
        assertThat(caches.search().loads()).isEqualTo(2);
        assertThat(caches.search().hits()).isEqualTo(1);
    }

    @Test
    void search_afterAnyWrite_showsIt() {
        search.search(query("a", false));
        caches.coherent(new VersionedEvents(store)).delete(store.id(1));
        assertThat(search.search(query("a", false)).hits().get(1).event().revision())
                .isEqualTo(1);
    }

    @Test
    void clear_dropsEntriesAndKeepsCounting() {
        tag(Variant.WITH_EMBEDDING);
        search.search(query("a", false));
        caches.clear();
        assertThat(caches.event().items()).isZero();
        assertThat(caches.search().items()).isZero();
        assertThat(caches.event().misses()).isEqualTo(1);
        assertThat(rendered.peek(id, Variant.WITH_EMBEDDING)).isNull();
    }

    @Test
    void cached_switchedOff_isTheDelegate() {
        Caches off = new Caches(OFF, new CacheSettings(Duration.ofSeconds(1), 0, 0), OFF, new FakeTicker());
        assertThat(off.cached((RenderedEvents) reads)).isSameAs(reads);
        assertThat(off.cached((EventSearch) reads)).isSameAs(reads);
        assertThat(off.event().items()).isZero();
        off.clear();
    }

    @Test
    void graph_startsEmpty() {
        assertThat(caches.graph().items()).isZero();
        assertThat(caches.graph().maxItems()).isEqualTo(100);
    }
}
