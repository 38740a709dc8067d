package io.mnemolite.core.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingVectorTest {

    @Test
    void of_copiesTheNumbers() {
        float[] numbers = {1, 2, 3};
        EmbeddingVector vector = EmbeddingVector.of(numbers);
        numbers[0] = 9;
        vector.toArray()[1] = 9;

        assertThat(vector).isEqualTo(EmbeddingVector.of(1, 2, 3));
        assertThat(vector.get(0)).isEqualTo(1);
        assertThat(vector.dimension()).isEqualTo(3);
    }

    @Test
    void of_nothing_isRefused() {
        assertThatThrownBy(EmbeddingVector::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A vector has at least one number.");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void of_numbersThatAreNotFinite_isRefused(float number) {
        assertThatThrownBy(() -> EmbeddingVector.of(1, number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A vector holds finite numbers only, not " + number + ".");
    }

    @Test
    void littleEndian_isFourBytesANumberLowestFirst() {
        assertThat(EmbeddingVector.of(1, -2).toLittleEndian()).containsExactly(0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0);
    }

    @Test
    void littleEndian_keepsEveryBit() {
        EmbeddingVector vector = EmbeddingVector.of(-0.0f, Float.MIN_VALUE, Float.MAX_VALUE, 0.1f);

        assertThat(EmbeddingVector.fromLittleEndian(vector.toLittleEndian())).isEqualTo(vector);
    }

    @Test
    void distance_isEuclideanInDouble() {
        assertThat(EmbeddingVector.of(0, 3).distance(EmbeddingVector.of(4, 0))).isEqualTo(5);
        assertThat(EmbeddingVector.of(1e30f).distance(EmbeddingVector.of(-1e30f)))
                .isEqualTo(2 * (double) 1e30f);
        assertThat(EmbeddingVector.of(1).distance(EmbeddingVector.of(Math.nextUp(1f))))
                .isEqualTo((double) Math.nextUp(1f) - 1);
    }

    @Test
    void distance_betweenDimensions_isRefused() {
        assertThatThrownBy(() -> EmbeddingVector.of(1).distance(EmbeddingVector.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dimensions differ: 1 and 2");
    }
}
