package io.mnemolite.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.code.CodeSample;
import io.mnemolite.core.code.search.CodeAnswer;
import io.mnemolite.core.code.search.CodeHit;
import io.mnemolite.core.code.search.WeightedFusion.Fused;
import io.mnemolite.core.code.store.ChunkInFile;
import io.mnemolite.core.code.store.IndexedCodeFile;
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

    /** Its hits are all the one chunk of a file with a line of that length. */
    private static CodeAnswer answer(int hits, int lineLength) {
        IndexedCodeFile file = CodeSample.of("A.java", "x".repeat(lineLength)).indexed();
        ChunkInFile found =
                new ChunkInFile(file.file(), file.pieces().getFirst().chunk());
        Fused place = new Fused(found.chunk().id(), 1, 1, 1.0, null, null);
        return new CodeAnswer(
                Collections.nCopies(hits, new CodeHit(found, place)),
                hits,
                null,
                hits,
                false,
                null,
                new CodeAnswer.Times(null, null, null));
    }

    @Test
    void ofCodeAnswer_countsTheSourceOfEachHit() {
        long one = EstimatedBytes.of(answer(1, 1_000));

        assertThat(one).isBetween(1_500L, 3_000L);
        assertThat(EstimatedBytes.of(answer(10, 1_000))).isBetween(9 * one, 10 * one);
        assertThat(EstimatedBytes.of(answer(1, 2_000)) - one).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void ofCodeAnswer_tooLarge_isSaidSo() {
        assertThat(EstimatedBytes.of(answer(1_000, 1_000))).isGreaterThan(CoherentCache.LARGEST_ENTRY);
    }

    @Test
    void ofGraph_longList_isSaidToBeTooLarge() {
        assertThat(EstimatedBytes.ofGraph(Collections.nCopies(10_000, CountedCodeGraph.SYMBOL)))
                .isGreaterThan(CoherentCache.LARGEST_ENTRY);
    }

    @Test
    void ofGraph_whatIsNoAnswer_isRefused() {
        assertThatThrownBy(() -> EstimatedBytes.ofGraph("text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("String");
    }
}
