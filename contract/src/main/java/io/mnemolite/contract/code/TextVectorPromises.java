package io.mnemolite.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.core.code.store.TextVector;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vectors of texts: one per text and model, for every chunk that has the text. */
public abstract class TextVectorPromises extends CodeStorePromises {

    private static final CodeSample TWO = CodeSample.of("two.py", "def a(): pass", "def b(): pass");
    private static final EmbeddingVector VECTOR = EmbeddingVector.of(0.25f, -1.5f, 3);

    @Test
    void awaitingVector_isEveryTextOnce() {
        CodeSample copy = new CodeSample("r", "copy.py", TWO.content(), true, null);
        write(
                TWO,
                copy,
                TWO.in("elsewhere"),
                CodeSample.of("plain.py", "def c(): pass").unembedded());

        List<CodeChunk> awaiting = store().awaitingVector(MODEL, 10);

        assertThat(awaiting.stream().map(chunk -> chunk.chunk().name())).containsExactlyInAnyOrder("a", "b");
        assertThat(store().awaitingVector(MODEL, 1)).hasSize(1);
    }

    @Test
    void awaitingVector_afterAChunk_goesOnBehindItAndEndsWithNothing() {
        CodeSample copy = new CodeSample("r", "copy.py", TWO.content(), true, null);
        CodeSample more = CodeSample.of("more.py", "def c(): pass", "def d(): pass", "def e(): pass");
        write(TWO, copy, more, CodeSample.of("plain.py", "def f(): pass").unembedded());
        List<CodeChunk> all = store().awaitingVector(MODEL, 100);
        List<CodeChunk> paged = new ArrayList<>();

        List<CodeChunk> page = store().awaitingVector(MODEL, null, 1);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = store().awaitingVector(MODEL, page.getLast(), 1);
        }

        assertThat(all.stream().map(chunk -> chunk.chunk().name())).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(paged).as("each page has a text once").hasSize(7).containsAll(all);
        assertThat(paged)
                .isSortedAccordingTo(Comparator.comparing(CodeChunk::file).thenComparingInt(CodeChunk::ordinal));
        assertThat(store().awaitingVector(MODEL, paged.getLast(), 100)).isEmpty();
    }

    @Test
    void keepVectors_giveEveryChunkOfTheTextItsVector() {
        CodeSample copy = new CodeSample("r", "copy.py", TWO.content(), true, null);
        CodeSample plain = new CodeSample("r", "plain.py", TWO.content(), false, null);
        write(TWO, copy, plain);
        CodeChunk a = TWO.draft().chunks().getFirst();

        assertThat(store().keepVectors(MODEL, List.of(new TextVector(a.textHash(), VECTOR))))
                .containsExactlyInAnyOrderElementsOf(ids(TWO, copy));

        for (CodeSample sample : List.of(TWO, copy)) {
            IndexedCodeFile found = find(sample).orElseThrow();
            assertThat(found.pieces().get(0).vector()).isEqualTo(VECTOR);
            assertThat(found.pieces().get(1).vector()).isNull();
            assertThat(found.file().vectorRevision()).isEqualTo(1);
            assertThat(found.file().revision()).isEqualTo(1);
        }
        assertThat(find(plain).orElseThrow().pieces().getFirst().vector()).isNull();
        assertThat(store().awaitingVector(MODEL, 10).stream()
                        .map(chunk -> chunk.chunk().name()))
                .containsExactly("b");
        RepositoryFigures figures = store().repositories(MODEL).getFirst();
        assertThat(figures.wantedVectors()).isEqualTo(4);
        assertThat(figures.awaitedVectors()).isEqualTo(2);
    }

    @Test
    void keepVectors_ofAnotherModel_stayBesideTheFirst() {
        write(TWO);
        CodeChunk a = TWO.draft().chunks().getFirst();
        store().keepVectors(MODEL, List.of(new TextVector(a.textHash(), VECTOR)));

        assertThat(store().awaitingVector("other", 10)).hasSize(2);
        store().keepVectors("other", List.of(new TextVector(a.textHash(), EmbeddingVector.of(1))));

        assertThat(find(TWO).orElseThrow().pieces().getFirst().vector()).isEqualTo(VECTOR);
        assertThat(store().findAll(ids(TWO), "other")
                        .getFirst()
                        .pieces()
                        .getFirst()
                        .vector())
                .isEqualTo(EmbeddingVector.of(1));
    }

    @Test
    void keepVectors_outliveTheFiles() {
        write(TWO);
        CodeChunk a = TWO.draft().chunks().getFirst();
        store().keepVectors(MODEL, List.of(new TextVector(a.textHash(), VECTOR)));
        store().removeRepository("r");
        write(TWO.in("renamed"));

        assertThat(find(TWO.in("renamed")).orElseThrow().pieces().getFirst().vector())
                .isEqualTo(VECTOR);
    }

    @Test
    void keepVectors_none_endsTheWaiting() {
        write(TWO);
        List<TextVector> refused = TWO.draft().chunks().stream()
                .map(chunk -> new TextVector(chunk.textHash(), null))
                .toList();

        store().keepVectors(MODEL, refused);

        assertThat(store().awaitingVector(MODEL, 10)).isEmpty();
        assertThat(find(TWO).orElseThrow().pieces().getFirst().vector()).isNull();
        assertThat(store().keepVectors(MODEL, List.of())).isEmpty();
    }

    @Test
    void keepVectors_ofATextThatHasOne_keepTheFirst() {
        write(TWO);
        CodeChunk a = TWO.draft().chunks().getFirst();
        store().keepVectors(MODEL, List.of(new TextVector(a.textHash(), VECTOR)));
        store().keepVectors(MODEL, List.of(new TextVector(a.textHash(), EmbeddingVector.of(9, 9, 9))));

        assertThat(find(TWO).orElseThrow().pieces().getFirst().vector()).isEqualTo(VECTOR);
    }
}
