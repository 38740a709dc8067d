package io.mnemolite.embedding.onnx;

import java.nio.FloatBuffer;

/** How the vectors of a text's tokens become one. */
enum Pooling {
    /** The vector of the first token, which the model was trained to hold the whole text in. */
    FIRST_TOKEN {
        @Override
        float[] pool(FloatBuffer tokenVectors, int tokens, int dimension) {
            float[] first = new float[dimension];
            tokenVectors.get(0, first);
            return first;
        }
    },
    /** The mean of the vectors of all tokens; none is padding here. */
    MEAN {
        @Override
        float[] pool(FloatBuffer tokenVectors, int tokens, int dimension) {
            float[] mean = new float[dimension];
            for (int i = 0; i < dimension; i++) {
                double sum = 0;
                for (int token = 0; token < tokens; token++) {
                    sum += tokenVectors.get(token * dimension + i);
                }
                mean[i] = (float) (sum / tokens);
            }
            return mean;
        }
    };

    /** @param tokenVectors {@code tokens} vectors of {@code dimension} numbers, one after the other */
    abstract float[] pool(FloatBuffer tokenVectors, int tokens, int dimension);
}
