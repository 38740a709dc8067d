package io.mnemolite.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.search.EventHit;
import io.mnemolite.core.search.EventSearchPage;
import io.mnemolite.core.search.TotalRelation;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class EstimatedBytesTest {

    private static EventSearchPage page(int hits, ObjectNode content, int dimension) {
        StoredVector vector = new StoredVector("model", EmbeddingVector.of(new float[dimension]));
        Event event = new Event(
                EventId.next(), Instant.EPOCH, content, JsonNodeFactory.instance.objectNode(), vector, false, 1, 0);
        return new EventSearchPage(
                Collections.nCopies(hits, new EventHit(event, null, null)), hits, TotalRelation.EQUAL, null);
    }

    @Test
    void ofText_countsTwoBytesOutsideLatin1() {
        assertThat(EstimatedBytes.of("é".repeat(1_000))).isBetween(1_000L, 1_100L);
        assertThat(EstimatedBytes.of("語".repeat(1_000))).isBetween(2_000L, 2_100L);
    }

    @Test
    void ofJson_countsEveryLevel() {
        ObjectNode inner = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(5_000));
        ObjectNode outer = JsonNodeFactory.instance.objectNode();
        outer.putArray("list").add(inner).add(inner);
        assertThat(EstimatedBytes.of(outer)).isBetween(10_000L, 11_000L);
    }

    @Test
    void ofPage_countsContentsAndVectors() {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(1_000));
        assertThat(EstimatedBytes.of(page(10, content, 384))).isBetween(25_000L, 40_000L);
    }

    @Test
    void ofPage_tooLarge_isSaidSo() {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(1_000));
        assertThat(EstimatedBytes.of(page(1_000, content, 384))).isGreaterThan(CoherentCache.LARGEST_ENTRY);
    }
}
