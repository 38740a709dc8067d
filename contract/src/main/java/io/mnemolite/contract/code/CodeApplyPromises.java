package io.mnemolite.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.InParallel;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.code.search.ChunkCandidate;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeSnapshot;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Applying files to an index of code, its snapshots, and its vector channel. */
public abstract class CodeApplyPromises extends CodeIndexPromises {

    private static final CodeSample PAIR = CodeSample.of("pair.py", "def alpha(): pass", "def beta(): pass");
    private static final EmbeddingVector EAST = EmbeddingVector.of(1, 0, 0, 0);
    private static final EmbeddingVector NORTH_EAST = EmbeddingVector.of(2, 2, 0, 0);

    @Test
    void apply_again_replacesTheWholeFile() {
        apply(PAIR);
        apply(CodeSample.of("pair.py", "def gamma(): pass"));

        assertThat(find("alpha beta gamma")).containsExactly("pair.py:gamma");
        assertThat(count()).isEqualTo(1);
        apply(CodeSample.of("pair.py", "def gamma(): pass"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void apply_gone_removesTheWholeFile() {
        CodeSample other = CodeSample.of("other.py", "def alpha(): pass");
        apply(PAIR, other);
        remove(PAIR);

        assertThat(find("alpha beta")).containsExactly("other.py:alpha");
        try (CodeSnapshot snapshot = index().snapshot()) {
            assertThat(snapshot.absent(List.of(PAIR.draft().id(), other.draft().id())))
                    .containsExactly(PAIR.draft().id());
        }
    }

    @Test
    void apply_theSameFileTwiceAtOnce_theLastWins() {
        CodeSample later = CodeSample.of("pair.py", "def gamma(): pass");
        applyFiles(List.of(PAIR.indexed(), later.indexed()));

        assertThat(find("alpha beta gamma")).containsExactly("pair.py:gamma");
    }

    @Test
    void apply_anEmptyFile_isKnownAndHasNoChunk() {
        CodeSample empty = new CodeSample("r", "empty.py", "", true, null);
        apply(empty);

        assertThat(count()).isZero();
        try (CodeSnapshot snapshot = index().snapshot()) {
            assertThat(snapshot.absent(List.of(empty.draft().id()))).isEmpty();
        }
    }

    @Test
    void snapshot_taken_doesNotChange() {
        apply(PAIR);
        try (CodeSnapshot before = index().snapshot()) {
            remove(PAIR);
            assertThat(named(before.lexical("alpha", 10, CodeFilter.ALL))).containsExactly("pair.py:alpha");
        }
        assertThat(find("alpha")).isEmpty();
    }

    @Test
    void snapshot_coversEveryApplyBefore_whileOthersSearch() throws Exception {
        List<CodeSample> samples = IntStream.range(0, 40)
                .mapToObj(n -> CodeSample.of("f" + n + ".py", "def only" + n + "(): pass"))
                .toList();
        InParallel.call(3, thread -> {
            for (CodeSample sample : samples) {
                if (thread == 0) {
                    apply(sample);
                    try (CodeSnapshot snapshot = index().snapshot()) {
                        assertThat(snapshot.absent(List.of(sample.draft().id())))
                                .isEmpty();
                    }
                } else {
                    find("only");
                }
            }
            return true;
        });
        assertThat(count()).isEqualTo(40);
    }

    @Test
    void nearest_isByCosineDistanceWhateverTheLength() {
        CodeSample far = CodeSample.of("far.py", "def west(): pass");
        applyFiles(List.of(
                withVectors(PAIR, EmbeddingVector.of(100, 0, 0, 0), NORTH_EAST),
                withVectors(far, EmbeddingVector.of(-3, 0, 0, 0))));

        try (CodeSnapshot snapshot = index().snapshot()) {
            List<ChunkCandidate> nearest = snapshot.nearest(EAST, 10, CodeFilter.ALL);
            assertThat(named(nearest)).containsExactly("pair.py:alpha", "pair.py:beta", "far.py:west");
            assertThat(nearest.get(0).score()).isZero();
            assertThat(nearest.get(1).score()).isEqualTo(1 - 2 / Math.sqrt(8));
            assertThat(nearest.get(2).score()).isEqualTo(2);
            assertThat(named(snapshot.nearest(EAST, 1, CodeFilter.ALL))).containsExactly("pair.py:alpha");
            assertThat(named(snapshot.nearest(EAST, 10, new CodeFilter(null, null, null, "far"))))
                    .containsExactly("far.py:west");
            assertThat(snapshot.nearest(EmbeddingVector.of(0, 0, 0, 0), 10, CodeFilter.ALL))
                    .isEmpty();
            assertThat(snapshot.coverage(CodeFilter.ALL)).isEqualTo(new CodeSnapshot.Coverage(3, 3));
        }
    }

    @Test
    void candidates_ofTests_areTold() {
        CodeSample test = CodeSample.of("pair_test.py", "def alpha_works(): pass", "def beta_works(): pass");
        applyFiles(List.of(withVectors(PAIR, EAST, NORTH_EAST), withVectors(test, NORTH_EAST, EAST)));

        try (CodeSnapshot snapshot = index().snapshot()) {
            for (List<ChunkCandidate> found : List.of(
                    snapshot.lexical("alpha beta", 10, CodeFilter.ALL), snapshot.nearest(EAST, 10, CodeFilter.ALL))) {
                List<ChunkCandidate> lesser =
                        found.stream().filter(ChunkCandidate::isLesser).toList();
                assertThat(named(lesser))
                        .containsExactlyInAnyOrder("pair_test.py:alpha_works", "pair_test.py:beta_works");
                assertThat(found).hasSize(4);
            }
        }
    }

    @Test
    void nearest_withoutAUsableVector_isNeverOffered() {
        IndexedCodeFile file = withVectors(PAIR, EmbeddingVector.of(1, 2, 3), EmbeddingVector.of(0, 0, 0, 0));
        applyFiles(List.of(file, CodeSample.of("none.py", "def none(): pass").indexed()));

        try (CodeSnapshot snapshot = index().snapshot()) {
            assertThat(snapshot.nearest(EAST, 10, CodeFilter.ALL)).isEmpty();
        }
    }

    @Test
    void coverage_countsWhatWantsAVectorAndWhatHasOne() {
        CodeSample unwanted = CodeSample.of("unwanted.py", "def x(): pass").unembedded();
        applyFiles(List.of(withVectors(PAIR, EAST, null), unwanted.indexed()));

        try (CodeSnapshot snapshot = index().snapshot()) {
            assertThat(snapshot.coverage(CodeFilter.ALL)).isEqualTo(new CodeSnapshot.Coverage(2, 1));
            assertThat(snapshot.coverage(new CodeFilter(null, null, null, "unwanted")))
                    .isEqualTo(new CodeSnapshot.Coverage(0, 0));
        }
    }

    @Test
    void clear_forgetsEverything() {
        apply(PAIR);
        index().commit(new IndexPosition("store", 1, 1));
        index().clear();

        assertThat(index().committedPosition()).isEmpty();
        assertThat(find("alpha")).isEmpty();
        assertThat(count()).isZero();
    }

    private int count() {
        try (CodeSnapshot snapshot = index().snapshot()) {
            return snapshot.countChunks();
        }
    }
}
