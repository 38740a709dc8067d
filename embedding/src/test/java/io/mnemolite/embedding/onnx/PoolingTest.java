package io.mnemolite.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class PoolingTest {

    private static final FloatBuffer THREE_TOKENS = FloatBuffer.wrap(new float[] {1, 2, 3, 4, 8, 0});

    @Test
    void firstToken_isTheFirstVector() {
        assertThat(Pooling.FIRST_TOKEN.pool(THREE_TOKENS, 3, 2)).containsExactly(1, 2);
    }

    @Test
    void mean_isTheMeanOfAllVectors() {
        assertThat(Pooling.MEAN.pool(THREE_TOKENS, 3, 2)).containsExactly(4, 2);
    }
}
