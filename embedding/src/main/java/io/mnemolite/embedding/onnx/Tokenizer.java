package io.mnemolite.embedding.onnx;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import io.mnemolite.embedding.PlainText;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Hugging Face tokenizer of a fixed greatest length, safe for concurrent calls until it is closed. It calls DJL's
 * native binding and not DJL's {@code HuggingFaceTokenizer}, whose factories contact cloud metadata addresses unless told
 * otherwise and whose encodings copy the text of every token.
 */
final class Tokenizer implements AutoCloseable {

    /**
     * More UTF-16 units for each token than any natural text or program has (4 to 6 are usual). Truncation happens after
     * the whole text has been tokenised, in time that grows with its length and, for some kinds of tokenizer, with the
     * square of its longest word; a megabyte without a space would take seconds of a core for 512 tokens. What is cut
     * off here is beyond the model's limit for all text but runs of white space or of letters without end.
     */
    private static final int LENGTH_PER_TOKEN = 32;

    private static final TokenizersLibrary LIBRARY = TokenizersLibrary.LIB;

    private final long handle;
    private final int maximumTokens;

    private Tokenizer(long handle, int maximumTokens) {
        this.handle = handle;
        this.maximumTokens = maximumTokens;
    }

    /** Reads a {@code tokenizer.json}; {@link NativeLibraries} are loaded. */
    static Tokenizer read(Path file, int maximumTokens) throws IOException {
        long handle = LIBRARY.createTokenizerFromString(Files.readString(file));
        LIBRARY.setTruncation(handle, maximumTokens, "LONGEST_FIRST", 0);
        LIBRARY.disablePadding(handle);
        return new Tokenizer(handle, maximumTokens);
    }

    Tokens tokenize(String text) {
        String safe = PlainText.wellFormed(text, maximumTokens * LENGTH_PER_TOKEN);
        long encoding = LIBRARY.encode(handle, safe, true);
        try {
            return new Tokens(
                    LongBuffer.wrap(LIBRARY.getTokenIds(encoding)),
                    LongBuffer.wrap(LIBRARY.getAttentionMask(encoding)),
                    LongBuffer.wrap(LIBRARY.getTypeIds(encoding)));
        } finally {
            LIBRARY.deleteEncoding(encoding);
        }
    }

    /** Frees the native memory; no other call may run or follow. */
    @Override
    public void close() {
        LIBRARY.deleteTokenizer(handle);
    }
}
