package io.mnemolite.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.mnemolite.contract.EmbedderContract;
import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BuiltInEmbedderTest extends EmbedderContract {

    @TempDir
    private static Path runtimeDirectory;

    private static OnnxEmbedder embedder;

    @BeforeAll
    static void load() {
        embedder = OnnxEmbedder.builtIn(runtimeDirectory, 2);
        embedder.warmUp();
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Override
    protected Embedder embedder() {
        return embedder;
    }

    @Test
    void space_isThatOfTheModel() {
        assertThat(embedder.space()).isEqualTo(new EmbeddingSpace("bge-small-en-v1.5-q", 384));
    }

    @Test
    void embed_agreesWithTheReference() {
        var reference = new BgeSmallEnV15QuantizedEmbeddingModel();
        for (String text : List.of(
                "hello",
                "The cache is coherent across nodes.",
                "SELECT id FROM event WHERE metadata @> '{\"session\": 7}'",
                "naïve café 記憶 🙂",
                "a longer text about nothing in particular, ".repeat(20))) {
            EmbeddingVector expected =
                    EmbeddingVector.of(reference.embed(text).content().vector());

            assertThat(cosine(embedder.embed(text), expected)).as(text).isGreaterThan(0.999);
        }
    }

    @Test
    void embed_placesParaphrasesNearerThanOthers() {
        List<List<String>> pairs = List.of(
                List.of("How do I reset my password?", "I forgot my password and need a new one."),
                List.of("The deployment failed because the disk was full.", "No space left, so the release broke."),
                List.of("Our meeting moves to Tuesday morning.", "The appointment was rescheduled to Tuesday at 9 am."),
                List.of("The cat sleeps on the sofa.", "A kitten is napping on the couch."));
        for (int i = 0; i < pairs.size(); i++) {
            EmbeddingVector first = embedder.embed(pairs.get(i).getFirst());
            double paraphrase = cosine(first, embedder.embed(pairs.get(i).getLast()));
            for (int other = 0; other < pairs.size(); other++) {
                if (other != i) {
                    assertThat(paraphrase)
                            .as("%s / %s", pairs.get(i), pairs.get(other))
                            .isGreaterThan(cosine(
                                            first,
                                            embedder.embed(pairs.get(other).getLast()))
                                    + 0.1);
                }
            }
        }
    }

    @Test
    void embed_ofALongText_ignoresWhatLiesBeyond512Tokens() {
        String limit = "word ".repeat(510);

        assertThat(embedder.embed(limit + "an entirely different end")).isEqualTo(embedder.embed(limit));
        assertThat(embedder.embed("word ".repeat(400) + "an entirely different end"))
                .isNotEqualTo(embedder.embed("word ".repeat(400)));
    }

    @Test
    @Timeout(60)
    void embed_ofAMegabyteWithoutASpace_takesNoLongerThanAnyLongText() {
        for (String unit : List.of("x", "記", "\uD83D", "\u0000", "[", "\u0301")) {
            String text = unit.repeat(1 << 20);

            assertThat(embedder.embed(text).dimension()).isEqualTo(384);
        }
    }

    @Test
    void embed_leavesNothingInTheTemporaryOrHomeDirectory() {
        assertThat(runtimeDirectory.resolve("native")).isDirectoryRecursivelyContaining("glob:**tokenizers.*");
        assertThat(runtimeDirectory.resolve("native")).isDirectoryRecursivelyContaining("glob:**onnxruntime.*");
        assertThat(Path.of(System.getProperty("onnxruntime.native.path"))).startsWith(runtimeDirectory);
    }

    private static double cosine(EmbeddingVector a, EmbeddingVector b) {
        double distance = a.distance(b);
        return 1 - distance * distance / 2;
    }
}
