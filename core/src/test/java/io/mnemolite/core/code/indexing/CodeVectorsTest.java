package io.mnemolite.core.code.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.ChunkType;
import io.mnemolite.core.code.Complexity;
import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.code.store.InMemoryCodeStore;
import io.mnemolite.core.code.store.Removal;
import io.mnemolite.core.code.store.TextVector;
import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.InteractiveEmbedder;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CodeVectorsTest {

    private static final String MODEL = "model";
    private static final ChunkMetadata NOTHING =
            new ChunkMetadata(null, List.of(), null, List.of(), null, new Complexity(0, 0), List.of());

    private final InMemoryCodeStore store = new InMemoryCodeStore();
    private final Map<String, ErrorCode> failing = new HashMap<>();

    private final InteractiveEmbedder embedder = new InteractiveEmbedder(new Embedder() {
        @Override
        public EmbeddingSpace space() {
            return new EmbeddingSpace(MODEL, 1);
        }

        @Override
        public List<EmbeddingVector> embed(List<String> texts) {
            for (String text : texts) {
                failing.forEach((part, code) -> {
                    if (text.contains(part)) {
                        throw new MnemoliteException(code, "The model does not take '" + part + "'.");
                    }
                });
            }
            return texts.stream().map(_ -> EmbeddingVector.of(1)).toList();
        }

        @Override
        public void close() {}
    });

    /** Keeps vectors, unless its disk is full. */
    private final class Keeping implements CodeIndexing {

        private boolean isFull;

        @Override
        public IndexOutcome index(IndexRequest request) {
            return new IndexOutcome(0, 0, 0, 0, 0, CodeGraphUpdate.Counts.ZERO, List.of());
        }

        @Override
        public boolean isCurrent(FileState state) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Removal removeRepository(String repository) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<CodeFileId> keepVectors(String toModel, Collection<TextVector> vectors) {
            if (isFull) {
                throw new MnemoliteException(ErrorCode.STORAGE_FULL, "The disk is full.");
            }
            return store.keepVectors(toModel, vectors);
        }
    }

    private final Keeping indexing = new Keeping();
    private final CodeVectors vectors = new CodeVectors(store, embedder, indexing);

    private void put(String path, String text) {
        Chunk chunk = new Chunk(ChunkType.MODULE, path, path, text, 1, 1, NOTHING);
        CodeFileDraft draft = new CodeFileDraft(
                "r",
                path,
                new Language("text"),
                Sha256.of(text),
                "1",
                text.length(),
                1,
                false,
                false,
                true,
                null,
                CodeChunk.of("r", path, List.of(chunk)),
                List.of(),
                new byte[0],
                List.of());
        store.write("r", Instant.EPOCH, List.of(draft), List.of());
    }

    private boolean hasVector(String path) {
        return store.findAll(List.of(CodeFileId.of("r", path)), MODEL).stream()
                .flatMap(file -> file.pieces().stream())
                .allMatch(piece -> piece.vector() != null);
    }

    @Test
    void settleSome_ofATextThatTheModelRefusesForGood_awaitsItNoMore() {
        put("a", "one");
        put("b", "odd");
        failing.put("odd", ErrorCode.INVALID_VALUE);

        assertThat(vectors.settleSome()).hasValue(2);

        assertThat(hasVector("a")).isTrue();
        assertThat(hasVector("b")).isFalse();
        assertThat(store.awaitingVector(MODEL, 10)).isEmpty();
    }

    @Test
    void settleSome_whenTheModelIsAway_failsAndGoesOnWhenItIsBack() {
        put("a", "one");
        failing.put("one", ErrorCode.UNAVAILABLE);
        assertThatThrownBy(vectors::settleSome)
                .isInstanceOf(MnemoliteException.class)
                .hasMessage("The model does not take 'one'.");
        failing.clear();

        assertThat(vectors.settleSome()).hasValue(1);

        assertThat(hasVector("a")).isTrue();
    }

    @Test
    void settleSome_whenVectorsCannotBeKept_makesThemAgainWhenTheyCan() {
        put("a", "one");
        indexing.isFull = true;
        assertThatThrownBy(vectors::settleSome)
                .isInstanceOf(MnemoliteException.class)
                .hasMessage("The disk is full.");
        indexing.isFull = false;

        assertThat(vectors.settleSome()).hasValue(1);

        assertThat(hasVector("a")).isTrue();
        assertThat(vectors.settleSome()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void settleSome_ofMoreTextsThanAreReadAtOnce_settlesAllAndWhatIsWrittenBehindIt() {
        for (int i = 0; i < 2_100; i++) {
            put("file" + i, "text " + i);
        }
        int made = vectors.settleSome().orElse(0);
        put("late", "written while others are embedded");
        for (OptionalInt some = vectors.settleSome(); some.isPresent(); some = vectors.settleSome()) {
            made += some.getAsInt();
        }

        assertThat(made).as("each text once").isBetween(2_100, 2_101);
        vectors.toldBy(indexing).index(new IndexRequest("r", List.of(), List.of(), null, true, true, true));
        while (vectors.settleSome().isPresent()) {
            assertThat(hasVector("late")).isTrue();
        }
        assertThat(store.awaitingVector(MODEL, 10)).isEmpty();
    }

    @Test
    void toldBy_passesVectorsOnToTheIndexing() {
        put("a", "one");
        TextVector made =
                new TextVector(store.awaitingVector(MODEL, 1).getFirst().textHash(), EmbeddingVector.of(1));

        assertThat(vectors.toldBy(indexing).keepVectors(MODEL, List.of(made))).containsExactly(CodeFileId.of("r", "a"));

        assertThat(hasVector("a")).isTrue();
    }
}
