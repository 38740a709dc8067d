package io.mnemolite.embedding.onnx;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTest {

    @TempDir
    private Path directory;

    @Test
    void builtIn_doesNoWorkBeforeTheFirstText() {
        try (OnnxEmbedder embedder = OnnxEmbedder.builtIn(directory.resolve("runtime"), 1)) {
            assertThat(embedder.space().dimension()).isEqualTo(384);
            assertThat(embedder.embed(List.of())).isEmpty();
            assertThat(directory.resolve("runtime")).doesNotExist();
        }
    }

    @Test
    void builtIn_isUnpackedOnceAndRepairedWhenDamaged() throws IOException {
        Path model = directory.resolve("bge-small-en-v1.5-q").resolve("model.onnx");
        EmbeddingVector expected = embedOnce("text");
        var written = Files.getLastModifiedTime(model);

        assertThat(embedOnce("text")).isEqualTo(expected);
        assertThat(Files.getLastModifiedTime(model)).isEqualTo(written);

        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length / 2] ^= 1;
        Files.write(model, bytes);
        assertThat(embedOnce("text")).isEqualTo(expected);
    }

    private EmbeddingVector embedOnce(String text) {
        try (OnnxEmbedder embedder = OnnxEmbedder.builtIn(directory, 1)) {
            return embedder.embed(text);
        }
    }

    @Test
    void directory_usesTheModelInIt() throws IOException {
        ModelFiles files = new BuiltInModel(directory).files();
        Path models = Files.createDirectories(directory.resolve("my-model/onnx"));
        Files.copy(files.model(), models.resolve("model.onnx"));
        Files.copy(files.tokenizer(), directory.resolve("my-model/tokenizer.json"));
        Files.createDirectories(directory.resolve("my-model/1_Pooling"));
        Files.writeString(
                directory.resolve("my-model/1_Pooling/config.json"),
                "{\"pooling_mode_cls_token\": true, \"pooling_mode_mean_tokens\": false}");

        try (OnnxEmbedder embedder = OnnxEmbedder.directory(directory.resolve("my-model"), directory, 2)) {
            assertThat(embedder.embed("text")).isEqualTo(embedOnce("text"));
            assertThat(embedder.space().dimension()).isEqualTo(384);
            assertThat(embedder.space().model()).matches("onnx:my-model@[0-9a-f]{8}");
        }
    }

    @Test
    void warmUp_withoutAModel_namesTheDirectoryAndWhatIsMissing() {
        try (OnnxEmbedder embedder = OnnxEmbedder.directory(directory.resolve("nowhere"), directory, 1)) {
            assertThatThrownBy(embedder::warmUp)
                    .isInstanceOfSatisfying(
                            MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                    .hasMessageContaining("nowhere")
                    .hasMessageContaining("model.onnx");
        }
    }

    @Test
    void warmUp_afterAFailure_triesAgain() throws IOException {
        Path models = Files.createDirectories(directory.resolve("models"));
        ModelFiles files = new BuiltInModel(directory).files();
        Files.writeString(models.resolve("model.onnx"), "no model");
        Files.writeString(models.resolve("tokenizer.json"), "no tokenizer");
        try (OnnxEmbedder embedder = OnnxEmbedder.directory(models, directory, 1)) {
            assertThatThrownBy(embedder::warmUp).hasMessageContaining("could not be loaded");

            Files.copy(files.tokenizer(), models.resolve("tokenizer.json"), REPLACE_EXISTING);
            assertThatThrownBy(embedder::warmUp).hasMessageContaining("could not be loaded");

            Files.copy(files.model(), models.resolve("model.onnx"), REPLACE_EXISTING);
            embedder.warmUp();
            assertThat(embedder.space().dimension()).isEqualTo(384);
        }
    }

    @Test
    void embed_beyondTheDeadline_givesUp() {
        try (OnnxEmbedder embedder = OnnxEmbedder.builtIn(directory, 1)) {
            embedder.warmUp();
            assertThatThrownBy(() -> Deadline.after(Duration.ofMillis(50))
                            .call(() -> embedder.embed(Collections.nCopies(2_000, "word ".repeat(300)))))
                    .isInstanceOfSatisfying(
                            MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED));
            assertThat(embedder.embed("the next text")).isNotNull();
        }
    }

    @Test
    void embed_afterClose_saysSo() {
        OnnxEmbedder embedder = OnnxEmbedder.builtIn(directory, 1);
        embedder.warmUp();
        embedder.close();
        embedder.close();

        assertThatThrownBy(() -> embedder.embed("text"))
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE))
                .hasMessageContaining("closed");
    }
}
