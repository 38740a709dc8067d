package io.mnemolite.embedding.onnx;

import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A model in a directory laid out as on the Hugging Face hub. */
record ModelDirectory(Path directory) implements ModelSource {

    private static final List<String> MODELS =
            List.of("model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx");
    private static final int HASH_DIGITS = 8;

    @Override
    public Optional<EmbeddingSpace> knownSpace() {
        return Optional.empty();
    }

    @Override
    public ModelFiles files() {
        Path model = MODELS.stream()
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> missing("none of " + String.join(", ", MODELS)));
        Path tokenizer = directory.resolve("tokenizer.json");
        if (!Files.isRegularFile(tokenizer)) {
            throw missing("no tokenizer.json");
        }
        ModelSettings settings = ModelSettings.read(directory);
        return new ModelFiles(model, tokenizer, settings.pooling(), settings.maximumTokens());
    }

    /** {@code onnx:}, the directory's name, {@code @} and the first digits of the SHA-256 of the model's file. */
    @Override
    public String identity(ModelFiles files) {
        return "onnx:" + directory.toAbsolutePath().normalize().getFileName() + "@" + hash(files.model());
    }

    private MnemoliteException missing(String what) {
        return new MnemoliteException(
                ErrorCode.CONFIGURATION,
                "The model directory " + directory + " has " + what
                        + "; name a directory that holds an ONNX model and its tokenizer.json.");
    }

    private static String hash(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
        } catch (IOException e) {
            throw new MnemoliteException(
                    ErrorCode.UNAVAILABLE,
                    "The model " + file + " could not be read; check the file and its rights.",
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
