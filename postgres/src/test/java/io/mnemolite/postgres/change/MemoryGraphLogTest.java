package io.mnemolite.postgres.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mnemolite.contract.fixture.Eventually;
import io.mnemolite.core.change.ChangeFollower;
import io.mnemolite.core.change.ChangeListener;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MemoryGraphLogTest {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    @Test
    void change_ofAnyNode_reachesTheFollower() {
        PostgresStore store = STORE.empty();
        Queue<UUID> heard = new ConcurrentLinkedQueue<>();
        AtomicInteger starts = new AtomicInteger();
        ChangeListener<UUID> listener = new ChangeListener<>() {
            @Override
            public void changed(Collection<UUID> ids) {
                heard.addAll(ids);
            }

            @Override
            public void everythingChanged() {
                starts.incrementAndGet();
            }
        };
        GraphNode node = new GraphNode(
                NodeId.next(), "t", null, JsonNodeFactory.instance.objectNode(), Instant.parse("2026-01-01T00:00:00Z"));
        try (ChangeFollower<UUID> follower =
                new ChangeFollower<>("test", store.graphChanges(), listener, Duration.ofMillis(10))) {
            follower.start();
            assertThat(Eventually.get(starts::get, count -> count > 0)).isEqualTo(1);

            store.graph().insertNode(node, null);
            store.graph().deleteNode(node.id());

            assertThat(Eventually.get(() -> List.copyOf(heard), ids -> ids.size() > 1))
                    .containsExactly(node.id().value(), node.id().value());
        }
        assertThat(starts).hasValue(1);
    }
}
