package io.mnemolite.core.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalDouble;

/** An immutable vector of finite float32 numbers, at least one. */
public final class EmbeddingVector {

    private final float[] values;

    private EmbeddingVector(float[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A vector has at least one number.");
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("A vector holds finite numbers only, not " + value + ".");
            }
        }
        this.values = values;
    }

    /** A vector of a copy of {@code values}. */
    public static EmbeddingVector of(float... values) {
        return new EmbeddingVector(values.clone());
    }

    /** The reverse of {@link #toLittleEndian()}. */
    public static EmbeddingVector fromLittleEndian(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new EmbeddingVector(values);
    }

    /** Four bytes a number, little-endian IEEE 754: the stored form. */
    public byte[] toLittleEndian() {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    public int dimension() {
        return values.length;
    }

    public float get(int index) {
        return values[index];
    }

    /** A copy of the numbers. */
    public float[] toArray() {
        return values.clone();
    }

    /** The L2 (Euclidean) distance, computed in double. Both vectors have the same dimension. */
    public double distance(EmbeddingVector other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException("Dimensions differ: " + values.length + " and " + other.values.length);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = (double) values[i] - other.values[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** 1 − the cosine of the angle between both, 0..2, computed in double; empty when one has no direction. */
    public OptionalDouble cosineDistance(EmbeddingVector other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException("Dimensions differ: " + values.length + " and " + other.values.length);
        }
        double product = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < values.length; i++) {
            product += (double) values[i] * other.values[i];
            own += (double) values[i] * values[i];
            others += (double) other.values[i] * other.values[i];
        }
        double length = Math.sqrt(own) * Math.sqrt(others);
        return length == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - Math.clamp(product / length, -1.0, 1.0));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmbeddingVector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "EmbeddingVector[dimension=" + values.length + "]";
    }
}
