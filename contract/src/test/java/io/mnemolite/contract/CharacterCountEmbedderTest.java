package io.mnemolite.contract;

import io.mnemolite.core.embedding.Embedder;

class CharacterCountEmbedderTest extends EmbedderContract {

    @Override
    protected Embedder embedder() {
        return new CharacterCountEmbedder();
    }
}
