package io.mnemolite.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.core.code.search.ChannelWeights;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeQuery;
import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What could not be stored or answered is refused where it is made, with what is wrong about it. */
class RefusedRecordsTest {

    private static final ChunkMetadata NOTHING =
            new ChunkMetadata(null, List.of(), null, List.of(), null, new Complexity(0, 0), List.of());

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable making) {
        return assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
    }

    private static CodeFileDraft draft(String path, String repository, String statement) {
        return new CodeFileDraft(
                repository,
                path,
                new Language("java"),
                Sha256.of(""),
                "1",
                0,
                0,
                false,
                false,
                false,
                null,
                List.of(),
                List.of(statement),
                new byte[0],
                List.of());
    }

    private static CodeQuery query(
            @Nullable String text, @Nullable EmbeddingVector vector, boolean isLexical, boolean isVector, int limit) {
        return new CodeQuery(text, vector, CodeFilter.ALL, isLexical, isVector, ChannelWeights.DEFAULT, limit, limit);
    }

    @Test
    void draft_ofWhatCannotBeStored_saysWhat() {
        assertThat(draft("a/A.java", "r", "import b.B;").imports()).containsExactly("import b.B;");

        assertRefused(() -> draft("../A.java", "r", "import b.B;")).hasMessageContaining("../A.java");
        assertRefused(() -> draft("a/A.java", "r\0", "import b.B;"))
                .hasMessage("The repository's name cannot be stored: it holds the NUL character (U+0000) at position 1,"
                        + " so it is no text.");
        assertRefused(() -> draft("a/A.java", "r", "import b.B;\nimport c.C;"))
                .hasMessage("An import is one line, not 'import b.B;\nimport c.C;'.");
        assertRefused(() -> draft("a/A.java", "r", "")).hasMessage("An import is one line, not ''.");
    }

    @Test
    void query_thatAsksForNothing_isRefused() {
        EmbeddingVector vector = EmbeddingVector.of(1);

        assertRefused(() -> query("words", null, false, false, 1)).hasMessage("A query asks at least one channel.");
        assertRefused(() -> query(null, vector, true, true, 1))
                .hasMessage("A query without a text is a vector, for the vector channel.");
        assertRefused(() -> query(null, null, false, true, 1))
                .hasMessage("A query without a text is a vector, for the vector channel.");
        assertRefused(() -> query("words", null, true, true, 0)).hasMessage("pool 0, limit 0");
        assertRefused(() -> new SymbolQuery(null, " ", 1)).hasMessage("A symbol is looked for by a name.");
    }

    @Test
    void chunk_outsideOfItsFile_isRefused() {
        assertRefused(() -> new Chunk(ChunkType.CLASS, "A", "A", "", 0, 1, NOTHING))
                .hasMessage("A chunk lies within lines from 1 on, not 0..1");
        assertRefused(() -> new Chunk(ChunkType.CLASS, "A", "A", "", 3, 2, NOTHING))
                .hasMessage("A chunk lies within lines from 1 on, not 3..2");
    }

    @Test
    void hash_ofAnotherLength_isRefused() {
        assertThat(new Sha256(Sha256.of("text").hex())).isEqualTo(Sha256.of("text"));

        assertRefused(() -> new Sha256("abc")).hasMessage("A SHA-256 has 64 hexadecimal digits, not 3");
    }
}
