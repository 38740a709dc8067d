package io.mnemolite.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.benmanes.caffeine.cache.Ticker;
import io.mnemolite.contract.GraphStoreContract;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.GraphStore;
import io.mnemolite.core.graph.InMemoryGraphStore;
import io.mnemolite.core.graph.NodeId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoherentGraphStoreTest extends GraphStoreContract {

    private static final CacheSettings SETTINGS =
            new CacheSettings(Duration.ofHours(1), 1_000, 32L * 1024 * 1024, Duration.ofSeconds(10));

    private final Caches caches = new Caches(SETTINGS, SETTINGS, SETTINGS, Ticker.systemTicker());

    @Override
    protected GraphStore store() {
        return caches.coherent(new InMemoryGraphStore());
    }

    @Test
    void unchangedGraph_isReadOnce() {
        GraphStore store = store();
        GraphNode node = node();
        store.insertNode(node, null);

        store.expand(node.id(), 2);
        store.expand(node.id(), 2);
        store.newest(Set.of(), 10);
        store.newest(Set.of(), 10);

        assertThat(caches.graph().hits()).isEqualTo(2);
        assertThat(caches.graph().misses()).isEqualTo(2);
        assertThat(caches.graph().memoryBytes()).isPositive();
    }

    @Test
    void failedWrite_thatWasCommitted_isSeenByTheNextRead() {
        InMemoryGraphStore inner = new InMemoryGraphStore();
        GraphStore store = caches.coherent(failingAfterWrites(inner));
        GraphNode node = node();
        assertThat(store.newest(Set.of(), 10).nodes()).isEmpty();

        assertThatThrownBy(() -> store.insertNode(node, null)).isInstanceOf(MnemoliteException.class);

        assertThat(store.newest(Set.of(), 10).nodes()).hasSize(1);
    }

    @Test
    void changeMadeElsewhere_isSeenOnceItIsTold() {
        InMemoryGraphStore elsewhere = new InMemoryGraphStore();
        GraphStore store = caches.coherent(elsewhere);
        assertThat(store.newest(Set.of(), 10).nodes()).isEmpty();

        GraphNode first = node();
        elsewhere.insertNode(first, null);
        assertThat(store.newest(Set.of(), 10).nodes()).isEmpty();
        caches.memoryGraphListener().changed(List.of(first.id().value()));
        assertThat(store.newest(Set.of(), 10).nodes()).hasSize(1);

        elsewhere.insertNode(node(), null);
        caches.memoryGraphListener().everythingChanged();
        assertThat(store.newest(Set.of(), 10).nodes()).hasSize(2);
    }

    private static GraphNode node() {
        return new GraphNode(
                NodeId.next(), "t", null, JsonNodeFactory.instance.objectNode(), Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** Inserts, and then says that the connection was lost. */
    private static GraphStore failingAfterWrites(GraphStore inner) {
        return (GraphStore) Proxy.newProxyInstance(
                GraphStore.class.getClassLoader(), new Class<?>[] {GraphStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object value = method.invoke(inner, arguments);
                        if (method.getName().startsWith("insert")) {
                            throw new MnemoliteException(ErrorCode.UNAVAILABLE, "The connection was lost.");
                        }
                        return value;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
