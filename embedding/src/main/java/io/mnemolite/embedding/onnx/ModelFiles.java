package io.mnemolite.embedding.onnx;

import java.nio.file.Path;

/**
 * What a model consists of on disk.
 *
 * @param model the network, in ONNX format
 * @param tokenizer the {@code tokenizer.json} that belongs to it
 * @param maximumTokens the length a text is cut at, special tokens included
 */
record ModelFiles(Path model, Path tokenizer, Pooling pooling, int maximumTokens) {

    /** The greatest length of any text: the cost of a text grows faster than its length, and its vector gains little. */
    static final int MAXIMUM_TOKENS = 512;
}
