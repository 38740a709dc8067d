package io.mnemolite.embedding;

import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Unit vectors from a hash of the text: equal texts get equal vectors, any two others are nearly orthogonal. The numbers
 * are a function of the text and the dimension alone and stay the same in every release, for they may be stored: the
 * SHA-256 of the text's UTF-16 units (big-endian) seeds four SplitMix64 sequences (Steele, Lea, Flood: Fast Splittable
 * Pseudorandom Number Generators, 2014), which give the components in turn.
 */
public final class MockEmbedder implements Embedder {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final EmbeddingSpace space;

    public MockEmbedder(int dimension) {
        this.space = new EmbeddingSpace("mock-" + dimension, dimension);
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    @Override
    public List<EmbeddingVector> embed(List<String> texts) {
        return texts.stream().map(this::vector).toList();
    }

    private EmbeddingVector vector(String text) {
        long[] states = seeds(text);
        double[] components = new double[space.dimension()];
        double squares = 0;
        for (int i = 0; i < components.length; i++) {
            int sequence = i % states.length;
            states[sequence] += GOLDEN_GAMMA;
            components[i] = withinOne(mix(states[sequence]));
            squares += components[i] * components[i];
        }
        double length = Math.sqrt(squares);
        float[] unit = new float[components.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (components[i] / length);
        }
        return EmbeddingVector.of(unit);
    }

    private static long[] seeds(String text) {
        try {
            // UTF-16 and not UTF-8, which would give all lone surrogates the same bytes.
            ByteBuffer units = ByteBuffer.allocate(text.length() * Character.BYTES);
            units.asCharBuffer().put(text);
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(units.array()));
            return new long[] {digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong()};
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }

    private static long mix(long state) {
        long bits = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }

    /** A number in (-1, 1), never 0, so that no vector is without length: an odd multiple of 2^-53. */
    private static double withinOne(long bits) {
        return ((bits >> 11) * 2 + 1) * 0x1.0p-53;
    }

    @Override
    public void close() {}
}
