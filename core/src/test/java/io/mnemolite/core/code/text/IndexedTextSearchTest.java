package io.mnemolite.core.code.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.ChunkType;
import io.mnemolite.core.code.Complexity;
import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.InMemoryCodeIndex;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.code.store.InMemoryCodeStore;
import io.mnemolite.core.code.text.TextAnswer.FileMatches;
import io.mnemolite.core.code.text.TextAnswer.LineMatch;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class IndexedTextSearchTest {

    private static final ChunkMetadata NOTHING =
            new ChunkMetadata(null, List.of(), null, List.of(), null, new Complexity(0, 0), List.of());
    private static final TextPatterns LITERALS = new TextPatterns() {
        @Override
        public TextPattern literal(String text, boolean isCaseSensitive) {
            String wanted = isCaseSensitive ? text : text.toLowerCase(Locale.ROOT);
            return (in, from) -> {
                String looked = isCaseSensitive ? in.toString() : in.toString().toLowerCase(Locale.ROOT);
                int start = looked.indexOf(wanted, from);
                return start < 0 ? null : new TextPattern.Span(start, start + wanted.length());
            };
        }

        @Override
        public TextPattern regex(String expression, boolean isCaseSensitive) {
            throw new UnsupportedOperationException();
        }
    };

    private final InMemoryCodeStore store = new InMemoryCodeStore();
    private final InMemoryCodeIndex index = new InMemoryCodeIndex(2);
    private final IndexedTextSearch search = new IndexedTextSearch(store, index, () -> {}, LITERALS);

    private static Chunk chunk(ChunkType type, String text) {
        return new Chunk(type, "f", "f", text, 1, 1, NOTHING);
    }

    private void put(String path, Chunk... chunks) {
        StringBuilder text = new StringBuilder();
        List.of(chunks).forEach(chunk -> text.append(chunk.source()));
        CodeFileDraft draft = new CodeFileDraft(
                "r",
                path,
                new Language("python"),
                Sha256.of(text.toString()),
                "1",
                text.length(),
                1,
                false,
                false,
                false,
                null,
                CodeChunk.of("r", path, List.of(chunks)),
                List.of(),
                new byte[0],
                List.of());
        store.write("r", Instant.EPOCH, List.of(draft), List.of());
        index.apply(store.findAll(List.of(draft.id()), ""), List.of());
    }

    private static TextQuery query(String pattern, CodeFilter filter, int limit) {
        return new TextQuery(pattern, false, true, filter, limit, 0);
    }

    private static TextQuery query(String pattern) {
        return query(pattern, CodeFilter.ALL, 100);
    }

    private static List<Integer> lines(FileMatches matches) {
        return matches.lines().stream().map(LineMatch::line).toList();
    }

    @Test
    void search_withAChunkType_countsMatchesThatBeginInSuchChunks() {
        put(
                "a.py",
                chunk(ChunkType.MODULE, "import x\nx\n"),
                chunk(ChunkType.FUNCTION, "def f():\n  x\n"),
                chunk(ChunkType.MODULE, "x\n"),
                chunk(ChunkType.FUNCTION, "def g(): x\n"));
        put("b.py", chunk(ChunkType.MODULE, "x\n"));

        TextAnswer functions = search.search(query("x", new CodeFilter(null, "function", null, null), 100));
        TextAnswer all = search.search(query("x"));

        assertThat(functions.files()).hasSize(1);
        assertThat(lines(functions.files().getFirst())).containsExactly(4, 6);
        assertThat(functions.isExact()).isTrue();
        assertThat(all.files()).hasSize(2);
        assertThat(lines(all.files().getFirst())).containsExactly(1, 2, 4, 5, 6);
    }

    @Test
    void search_ofAFileWithVeryManyMatches_showsTheFirstAndSaysSo() {
        put("many.py", chunk(ChunkType.MODULE, "x\n".repeat(IndexedTextSearch.LINES_OF_A_FILE + 1)));
        put("just.py", chunk(ChunkType.MODULE, "y\n".repeat(IndexedTextSearch.LINES_OF_A_FILE)));

        TextAnswer many = search.search(query("x"));
        TextAnswer just = search.search(query("y"));

        assertThat(lines(many.files().getFirst()))
                .hasSize(IndexedTextSearch.LINES_OF_A_FILE)
                .endsWith(IndexedTextSearch.LINES_OF_A_FILE);
        assertThat(many.cutBecause()).isEqualTo("Of a file with more than 200 matching lines, these many are shown.");
        assertThat(just.files().getFirst().lines()).hasSize(IndexedTextSearch.LINES_OF_A_FILE);
        assertThat(just.isExact()).isTrue();
    }

    @Test
    void search_ofVeryManyMatchesInAll_endsAndSaysSo() {
        for (int i = 0; i < 12; i++) {
            put(i + ".py", chunk(ChunkType.MODULE, "x\n".repeat(IndexedTextSearch.LINES_OF_A_FILE)));
        }

        TextAnswer answer = search.search(query("x"));

        assertThat(answer.files()).hasSize(10);
        assertThat(answer.cutBecause()).isEqualTo("More than 2000 lines match.");
    }

    @Test
    void search_ofMoreFilesThanTheLimit_saysTheLimit() {
        put("a.py", chunk(ChunkType.MODULE, "x\n"));
        put("b.py", chunk(ChunkType.MODULE, "x\n"));

        TextAnswer cut = search.search(query("x", CodeFilter.ALL, 1));

        assertThat(cut.files()).hasSize(1);
        assertThat(cut.cutBecause()).isEqualTo("The limit of 1 files was reached and more files may match.");
        assertThat(search.search(query("x", CodeFilter.ALL, 2)).isExact()).isTrue();
    }

    @Test
    void search_withoutTime_endsWithAdvice() {
        put("a.py", chunk(ChunkType.MODULE, "x\n"));

        TextAnswer answer = new IndexedTextSearch(store, index, () -> {}, LITERALS, Duration.ZERO).search(query("x"));

        assertThat(answer.files()).isEmpty();
        assertThat(answer.cutBecause())
                .isEqualTo("The search took too long and was ended; give it a pattern with more plain text in it,"
                        + " or a filter.");
    }

    /** The index may have been emptied for a rebuild after it was found ready and before it was looked into. */
    @Test
    void search_whileARebuildBegins_isRefusedAndNotEmpty() {
        List<Integer> asked = new ArrayList<>();
        MnemoliteException rebuilding = new MnemoliteException(ErrorCode.UNAVAILABLE, "The index is being built.");
        IndexedTextSearch late = new IndexedTextSearch(
                store,
                index,
                () -> {
                    asked.add(asked.size());
                    if (asked.size() == 2) {
                        throw rebuilding;
                    }
                },
                LITERALS);

        assertThatThrownBy(() -> late.search(query("x"))).isSameAs(rebuilding);
    }
}
