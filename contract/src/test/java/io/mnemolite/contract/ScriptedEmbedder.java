package io.mnemolite.contract;

import io.mnemolite.contract.fixture.WordEmbedder;
import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A {@link WordEmbedder} that refuses texts for good, lets things happen meanwhile, and notes what it made. */
final class ScriptedEmbedder implements Embedder {

    final WordEmbedder words = new WordEmbedder();
    final Set<String> refused = new HashSet<>();
    final List<String> made = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    /** Happens once, before the next call returns. */
    void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    @Override
    public EmbeddingSpace space() {
        return words.space();
    }

    @Override
    public synchronized List<EmbeddingVector> embed(List<String> texts) {
        if (texts.stream().anyMatch(refused::contains)) {
            throw new MnemoliteException(ErrorCode.INVALID_VALUE, "The model of this test refuses a text.");
        }
        List<EmbeddingVector> vectors = words.embed(texts);
        made.addAll(texts);
        Runnable happening = meanwhile;
        meanwhile = () -> {};
        happening.run();
        return vectors;
    }

    @Override
    public void close() {}
}
