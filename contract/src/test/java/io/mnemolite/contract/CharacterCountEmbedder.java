package io.mnemolite.contract;

import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.util.List;

/** Counts characters by their last bits: the least that keeps the promises of an embedder. */
final class CharacterCountEmbedder implements Embedder {

    private static final EmbeddingSpace SPACE = new EmbeddingSpace("character-count", 16);

    @Override
    public EmbeddingSpace space() {
        return SPACE;
    }

    @Override
    public List<EmbeddingVector> embed(List<String> texts) {
        return texts.stream().map(CharacterCountEmbedder::vector).toList();
    }

    private static EmbeddingVector vector(String text) {
        float[] counts = new float[SPACE.dimension()];
        counts[0] = 1;
        text.chars().forEach(character -> counts[character % counts.length]++);
        double squares = 0;
        for (float count : counts) {
            squares += (double) count * count;
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (float) (counts[i] / Math.sqrt(squares));
        }
        return EmbeddingVector.of(counts);
    }

    @Override
    public void close() {}
}
