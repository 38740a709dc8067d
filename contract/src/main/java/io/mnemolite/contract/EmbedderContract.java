package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mnemolite.contract.fixture.InParallel;
import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Embedder} promises. It never closes the embedder, so that all tests may share one. */
public abstract class EmbedderContract {

    private static final List<String> TEXTS = List.of(
            "the cat sat on the mat",
            "",
            "quarterly revenue fell by three percent",
            "the cat sat on the mat",
            "public static void main(String[] arguments)",
            "a");

    private Embedder embedder;

    /** The embedder to test; called once per test. */
    protected abstract Embedder embedder();

    /** Whether vectors have length 1; false for a remote model that says otherwise. */
    protected boolean isUnitLength() {
        return true;
    }

    @BeforeEach
    final void open() {
        embedder = embedder();
    }

    @Test
    final void embed_ofNothing_givesNothing() {
        assertThat(embedder.embed(List.of())).isEmpty();
    }

    @Test
    final void embed_givesOneVectorPerTextInOrder() {
        List<EmbeddingVector> vectors = embedder.embed(TEXTS);

        assertThat(vectors).hasSameSizeAs(TEXTS);
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(vectors.get(i)).as(TEXTS.get(i)).isEqualTo(embedder.embed(TEXTS.get(i)));
        }
    }

    @Test
    final void embed_ofTheSameText_givesTheSameVectorAmongAnyOthers() {
        EmbeddingVector alone = embedder.embed(TEXTS.getFirst());

        assertThat(embedder.embed(TEXTS).get(3)).isEqualTo(alone);
        assertThat(embedder.embed(TEXTS.reversed()).getLast()).isEqualTo(alone);
        assertThat(embedder.embed(List.of("long ".repeat(300), TEXTS.getFirst()))
                        .getLast())
                .isEqualTo(alone);
    }

    @Test
    final void embed_ofDifferentTexts_givesDifferentVectors() {
        List<EmbeddingVector> vectors = embedder.embed(TEXTS);

        assertThat(vectors.get(0)).isNotEqualTo(vectors.get(2));
        assertThat(vectors.get(2)).isNotEqualTo(vectors.get(4));
    }

    @Test
    final void embed_ofMoreTextsThanFitABatch_givesEachItsOwn() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add("text number " + i);
        }

        List<EmbeddingVector> vectors = embedder.embed(many);

        assertThat(vectors).hasSize(100);
        assertThat(vectors.getFirst()).isEqualTo(embedder.embed(many.getFirst()));
        assertThat(vectors.getLast()).isEqualTo(embedder.embed(many.getLast()));
    }

    @Test
    final void embed_fromManyThreads_givesEachItsOwn() throws Exception {
        List<EmbeddingVector> expected = embedder.embed(TEXTS);

        List<List<EmbeddingVector>> answers = InParallel.call(6, thread -> {
            List<EmbeddingVector> vectors = new ArrayList<>();
            for (int i = 0; i < TEXTS.size(); i++) {
                vectors.add(embedder.embed(TEXTS.get((i + thread) % TEXTS.size())));
            }
            return vectors;
        });

        for (int thread = 0; thread < answers.size(); thread++) {
            for (int i = 0; i < TEXTS.size(); i++) {
                assertThat(answers.get(thread).get(i)).isEqualTo(expected.get((i + thread) % TEXTS.size()));
            }
        }
    }

    static List<String> oddTexts() {
        return List.of(
                "",
                " ",
                "\n\t\r",
                "\u0000",
                "\ufeff\u200b",
                "\ud83d",
                "👩‍👩‍👧‍👦🏳️‍🌈",
                "記憶と検索のための長い文章。",
                "ذاكرة طويلة المدى",
                "e\u0301",
                "[CLS] [SEP] [MASK] <s> </s> [PAD]",
                "\\ \" ' ` $ % {}",
                "word ".repeat(5_000),
                "x".repeat(50_000),
                "記".repeat(5_000),
                "🙂".repeat(3_000));
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    final void embed_ofOddTexts_givesAVectorOfTheSpace(String text) {
        EmbeddingVector vector = embedder.embed(text);

        assertThat(vector.dimension()).isEqualTo(embedder.space().dimension());
        assertThat(embedder.embed(text)).isEqualTo(vector);
        if (isUnitLength()) {
            double squares = 0;
            for (float number : vector.toArray()) {
                squares += (double) number * number;
            }
            assertThat(Math.sqrt(squares)).isCloseTo(1, within(1e-3));
        }
    }
}
