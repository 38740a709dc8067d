package io.mnemolite.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.search.ChunkCandidate;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeSnapshot;
import io.mnemolite.core.code.store.CodeFileId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lexical channel of an index of code, and its filters. */
public abstract class CodeLexicalPromises extends CodeIndexPromises {

    private static final CodeSample READER = CodeSample.of(
            "src/io/reader.py",
            "def parseHTTPRequest(stream):",
            "    return decode(stream)",
            "def close_quietly():",
            "    pass");
    private static final CodeSample WRITER =
            CodeSample.of("src/io/writer.js", "class ResponseWriter", "  def flush(buffer):", "    send(buffer)");

    @ParameterizedTest
    @ValueSource(strings = {"parseHTTPRequest", "parse http request", "PARSE_HTTP_REQUEST", "request parse", "http"})
    void lexical_aNameOrItsParts_findsTheDefinition(String words) {
        apply(READER, WRITER);

        assertThat(find(words).getFirst()).isEqualTo("src/io/reader.py:parseHTTPRequest");
    }

    @Test
    void lexical_snakeCaseAndTheBodyAndThePath_areFound() {
        apply(READER, WRITER);

        assertThat(find("closeQuietly").getFirst()).isEqualTo("src/io/reader.py:close_quietly");
        assertThat(find("decode").getFirst()).isEqualTo("src/io/reader.py:parseHTTPRequest");
        assertThat(find("writer flush").getFirst()).isEqualTo("src/io/writer.js:ResponseWriter.flush");
    }

    @Test
    void lexical_aName_comesBeforeAMention() {
        apply(
                CodeSample.of("a.py", "def first(a, b):", "    return compute(a, b)"),
                CodeSample.of("b.py", "def compute(a, b):", "    return a + b"));

        assertThat(find("compute")).containsExactly("b.py:compute", "a.py:first");
    }

    @Test
    void lexical_testsAndGeneratedCode_comeAfterEqualCode() {
        apply(
                CodeSample.of("a/test_widget.py", "def paint(widget):", "    pass"),
                CodeSample.of("a/generated_wid.py", "def paint(widget):", "    pass"),
                CodeSample.of("a/zzzzzz_widget.py", "def paint(widget):", "    pass"));

        assertThat(find("paint widget").getFirst()).isEqualTo("a/zzzzzz_widget.py:paint");
        assertThat(find("paint widget")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "(){}", "\0", "\uD800", "*:*", "name:parse AND (", "\"", "🎈"})
    void lexical_oddText_isNoSyntaxAndNoFailure(String words) {
        apply(READER, WRITER);

        assertThat(find(words)).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void lexical_aVeryLongQuery_isAnswered() {
        apply(READER, WRITER);
        String words = String.join(
                " ", IntStream.range(0, 5_000).mapToObj(n -> "word" + n).toList());

        assertThat(find("parseHTTPRequest " + words)).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void lexical_atMostCount_areTheBest() {
        apply(READER, WRITER);
        try (CodeSnapshot snapshot = index().snapshot()) {
            List<ChunkCandidate> all = snapshot.lexical("http request flush", 10, CodeFilter.ALL);

            assertThat(snapshot.lexical("http request flush", 1, CodeFilter.ALL))
                    .isEqualTo(all.subList(0, 1));
            assertThat(all).hasSizeGreaterThan(1);
            assertThat(all.stream().map(candidate -> -candidate.score())).isSorted();
        }
    }

    @Test
    void filters_areExact() {
        apply(READER, WRITER, READER.in("team/other"), CodeSample.of("SRC/upper.py", "def http(): pass"));

        assertThat(find("http flush", new CodeFilter("javascript", null, null, null)))
                .isNotEmpty()
                .allMatch(found -> found.startsWith("src/io/writer.js"));
        assertThat(find("http flush", new CodeFilter("java", null, null, null))).isEmpty();
        assertThat(find("flush", new CodeFilter(null, "method", null, null)))
                .containsExactly("src/io/writer.js:ResponseWriter.flush");
        assertThat(find("http", CodeFilter.ofRepository("team/other"))).hasSize(1);
        assertThat(find("http", CodeFilter.ofRepository("team"))).isEmpty();
        assertThat(find("http", new CodeFilter(null, null, null, "io/read"))).hasSize(2);
        assertThat(find("http", new CodeFilter(null, null, null, "upper"))).containsExactly("SRC/upper.py:http");
        assertThat(find("http", new CodeFilter(null, null, null, "UPPER"))).isEmpty();
        assertThat(find("http", new CodeFilter(null, null, null, "SRC/upper.py")))
                .hasSize(1);
        assertThat(find("http", new CodeFilter(null, null, null, "*"))).isEmpty();
        assertThat(find("http", new CodeFilter(null, null, null, ""))).hasSize(3);
        assertThat(find("http", new CodeFilter("python", "function", "r", "src/")))
                .hasSize(1);
    }

    @Test
    void filesThatMayHold_leaveNoneOutThatDoes() {
        CodeSample spanning =
                CodeSample.of("spanning.py", "def a():", "    return 'x'", "def b():", "    return \"Straße\"");
        apply(READER, WRITER, spanning);

        assertThat(holding("return 'x'\ndef b()")).contains(spanning.draft().id());
        assertThat(holding("STRAßE")).contains(spanning.draft().id());
        assertThat(holding("decode(stream)")).containsExactly(READER.draft().id());
        assertThat(holding("nowhere in it")).isEmpty();
        assertThat(holding("as")).contains(READER.draft().id(), WRITER.draft().id());
        try (CodeSnapshot snapshot = index().snapshot()) {
            List<CodeFileId> all = snapshot.filesThatMayHold(List.of(), CodeFilter.ALL, null, 10);
            assertThat(all).hasSize(3).isSorted();
            assertThat(snapshot.filesThatMayHold(List.of(), CodeFilter.ALL, all.getFirst(), 1))
                    .isEqualTo(all.subList(1, 2));
            assertThat(snapshot.filesThatMayHold(
                            List.of(), new CodeFilter("javascript", "method", "r", "io/"), null, 10))
                    .containsExactly(WRITER.draft().id());
        }
    }

    private List<CodeFileId> holding(String piece) {
        try (CodeSnapshot snapshot = index().snapshot()) {
            return snapshot.filesThatMayHold(List.of(piece), CodeFilter.ALL, null, 10);
        }
    }
}
