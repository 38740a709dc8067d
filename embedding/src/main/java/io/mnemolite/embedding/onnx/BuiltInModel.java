package io.mnemolite.embedding.onnx;

import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The model of the distribution: BAAI's bge-small-en-v1.5 with 8-bit weights (MIT licence), whose text vector is that of
 * the first token. ONNX Runtime reads it from a file, which costs less memory than handing it over from the jar.
 */
record BuiltInModel(Path runtimeDirectory) implements ModelSource {

    private static final EmbeddingSpace SPACE = new EmbeddingSpace("bge-small-en-v1.5-q", 384);

    @Override
    public Optional<EmbeddingSpace> knownSpace() {
        return Optional.of(SPACE);
    }

    @Override
    public ModelFiles files() {
        Path directory = runtimeDirectory.resolve(SPACE.model());
        return new ModelFiles(
                UnpackedFile.unpack(resource(".onnx"), directory.resolve("model.onnx")),
                UnpackedFile.unpack(resource("-tokenizer.json"), directory.resolve("tokenizer.json")),
                Pooling.FIRST_TOKEN,
                ModelFiles.MAXIMUM_TOKENS);
    }

    @Override
    public String identity(ModelFiles files) {
        return SPACE.model();
    }

    private static URL resource(String suffix) {
        String name = "/" + SPACE.model() + suffix;
        URL url = BuiltInModel.class.getResource(name);
        if (url == null) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The built-in model's file " + name + " is not on the class path; use the complete distribution, or"
                            + " name a model directory.");
        }
        return url;
    }
}
