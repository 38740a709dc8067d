package io.mnemolite.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mnemolite.contract.EmbedderContract;
import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import org.junit.jupiter.api.Test;

class MockEmbedderTest extends EmbedderContract {

    private final MockEmbedder mock = new MockEmbedder(384);

    @Override
    protected Embedder embedder() {
        return mock;
    }

    @Test
    void space_namesTheDimension() {
        assertThat(new MockEmbedder(768).space()).isEqualTo(new EmbeddingSpace("mock-768", 768));
    }

    @Test
    void new_withADimensionBeyondTheSearchable_isRefused() {
        assertThatThrownBy(() -> new MockEmbedder(4097)).hasMessageContaining("4097");
    }

    /** These vectors may be stored: a change here is a change of model. */
    @Test
    void embed_givesTheSameNumbersInEveryRelease() {
        assertThat(new MockEmbedder(6).embed("MnemoLite remembers.").toArray())
                .containsExactly(-0.5312205f, -0.5252166f, -0.3353108f, 0.3815497f, -0.3334645f, 0.26970407f);
        assertThat(mock.embed("").toArray()).startsWith(-0.028898343f, 0.076755434f, 0.043248806f, -0.041030783f);
    }

    @Test
    void embed_ofOneNumber_isOneOrMinusOne() {
        assertThat(Math.abs(new MockEmbedder(1).embed("any").get(0))).isEqualTo(1f);
    }

    @Test
    void embed_ofDifferentTexts_isNearlyOrthogonal() {
        EmbeddingVector first = mock.embed("the first text");
        EmbeddingVector second = mock.embed("the second text");

        assertThat(first.distance(second)).isCloseTo(Math.sqrt(2), within(0.2));
    }

    @Test
    void embed_ofDifferentLoneSurrogates_differs() {
        assertThat(mock.embed("\uD83D")).isNotEqualTo(mock.embed("\uD83E"));
    }
}
