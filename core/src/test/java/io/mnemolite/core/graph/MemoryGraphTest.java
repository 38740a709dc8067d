package io.mnemolite.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.event.WriteRoom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemoryGraphTest {

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final MemoryGraph graph =
            new MemoryGraph(new InMemoryGraphStore(), Clock.systemUTC(), WriteRoom.UNLIMITED, new GraphScreening(null));

    private NodeId node() {
        return graph.createNode(new NewNode(null, null, null, NOTHING), null).id();
    }

    private GraphEdge edge(NodeId source, NodeId target, @Nullable IdempotencyKey key) {
        return graph.createEdge(new NewEdge(source, target, null, NOTHING), key);
    }

    @Test
    void createEdge_withAKeyOfAnotherBody_isRefusedAndStoresNothing() {
        NodeId one = node();
        NodeId other = node();
        GraphEdge first = edge(one, other, new IdempotencyKey("k", "/edges", "a"));

        assertThat(edge(one, other, new IdempotencyKey("k", "/edges", "a"))).isEqualTo(first);
        assertThatThrownBy(() -> edge(other, one, new IdempotencyKey("k", "/edges", "b")))
                .isInstanceOf(MnemoliteException.class)
                .hasMessage("The Idempotency-Key 'k' was used with another body; send the first body again or choose"
                        + " a new key.")
                .extracting(e -> ((MnemoliteException) e).code())
                .isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(graph.listEdges(null, null, 10).items()).containsExactly(first);
    }

    @Test
    void listEdges_pageByPage_showsEachOnceAndTheLastPageAsSuch() {
        NodeId one = node();
        NodeId other = node();
        List<GraphEdge> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(edge(one, other, null));
        }
        List<GraphEdge> seen = new ArrayList<>();
        GraphCursor at = null;
        int pages = 0;
        do {
            GraphPage<GraphEdge> page = graph.listEdges(one, at, 2);
            seen.addAll(page.items());
            at = page.next();
            pages++;
        } while (at != null && pages < 10);

        assertThat(pages).isEqualTo(3);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(created);
    }
}
