package io.mnemolite.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.ChunkType;
import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.parsing.ParsedFile;
import io.mnemolite.core.error.MnemoliteException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

    private static final TreeSitterSourceParser PARSER = new TreeSitterSourceParser(Path.of("target/native"));
    private static final int LARGEST_CHUNK = 4_000;

    @Test
    void parse_oneLineOfFiveMegabytes_isCutBySizeAndSaysSo() {
        String text = "x".repeat(5_000_000);

        ParsedFile parsed = check("minified.js", text);

        assertThat(parsed.chunks()).allMatch(chunk -> chunk.type() == ChunkType.FALLBACK_FIXED);
        assertThat(parsed.problems())
                .containsExactly("minified.js has 5000000 bytes, more than the 2000000 that are parsed; it was cut into"
                        + " pieces of fixed size.");
        assertThat(parsed.isGenerated()).isTrue();
    }

    @Test
    void parse_aLineThatIsTooLong_isCutBetweenCharacters() {
        String text = "// 😀" + "😀é".repeat(10_000) + "\n";

        ParsedFile parsed = check("Long.java", text);

        assertThat(parsed.problems())
                .containsExactly("Long.java has a line of 30005 characters, more than the 20000 that are parsed; it was"
                        + " cut into pieces of fixed size.");
    }

    @Test
    void parse_contentThatIsNoText_isRefusedWithItsPlace() {
        assertThatThrownBy(() -> PARSER.parse(new SourceFile("lib/a.py", "a\0b", null)))
                .isInstanceOf(MnemoliteException.class)
                .hasMessage("lib/a.py is no text: there is a NUL character at position 1; leave binary files out, and"
                        + " decode text before sending it.");
        assertThatThrownBy(() -> PARSER.parse(new SourceFile("a.py", "ab\uD800", null)))
                .isInstanceOf(MnemoliteException.class)
                .hasMessage("a.py is no text: there is half a character (a lone surrogate) at position 2; leave binary"
                        + " files out, and decode text before sending it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"java", "py", "ts", "go", "rs", "c", "cpp", "cs", "rb", "php", "kt", "scala", "swift", "sh"})
    void parse_nestedDeep_isAPartitionInBoundedTime(String extension) {
        for (String opening : List.of("[", "{\n", "(", "if (x) { y(); } else \n", "class A {\n", "def f\n")) {
            check("deep." + extension, opening.repeat(500));
        }
        ParsedFile parsed = check("deep." + extension, "[".repeat(10_000) + "]".repeat(10_000));
        boolean isGivenUp = parsed.chunks().getFirst().type() == ChunkType.FALLBACK_FIXED;
        assertThat(parsed.problems().isEmpty())
                .as("a problem where the tree was given up")
                .isNotEqualTo(isGivenUp);
    }

    @Test
    void parse_longElseIfChain_keepsItsStack() {
        String chain = "def f() = \n" + "if (x) { y(); } else \n".repeat(10_000) + "{}\n";

        assertThat(check("Chain.scala", chain).chunks()).isNotEmpty();
    }

    @Test
    void parse_hundredThousandDefinitions_areAsManyChunks() {
        String text = IntStream.range(0, 100_000)
                .mapToObj(i -> "def f" + i + "(): 1\n")
                .collect(Collectors.joining());

        ParsedFile parsed = check("many.py", text);

        assertThat(parsed.chunks()).hasSize(100_000);
        assertThat(parsed.chunks().get(99_999).name()).isEqualTo("f99999");
        assertThat(parsed.chunks().get(99_999).startLine()).isEqualTo(100_000);
    }

    @Test
    void parse_definitionsOnOneLine_areCutWithinIt() {
        ParsedFile parsed = check("line.js", "function é(){} function b(){return '😀'} class C{m(){}}");

        assertThat(parsed.chunks().stream().map(Chunk::qualifiedName)).containsExactly("é", "b", "C", "C.m");
        assertThat(parsed.chunks()).allMatch(chunk -> chunk.startLine() == 1 && chunk.endLine() == 1);
    }

    @Test
    void parse_classesNestedInEachOther_giveNamesOfBoundedLength() {
        String text = IntStream.range(0, 2_000)
                        .mapToObj(i -> "class Nested" + i + " {\n")
                        .collect(Collectors.joining())
                + "}\n".repeat(2_000);

        ParsedFile parsed = check("Nested.java", text);

        assertThat(parsed.chunks()).allMatch(chunk -> chunk.qualifiedName().length() < 1_000);
    }

    @Test
    void parse_nothing_givesNoChunks() {
        assertThat(check("Empty.java", "").chunks()).isEmpty();
        assertThat(check("blank.go", "\n\n").chunks()).hasSize(1);
        assertThat(check("empty.txt", "").chunks()).isEmpty();
    }

    @Test
    void parse_lineEndsMarksAndNoLastLineFeed_areKept() {
        ParsedFile windows = check("a.py", "def a():\r\n    return 1\r\n\r\ndef b():\r\n    return 2\r\n");
        assertThat(windows.chunks().stream().map(Chunk::name)).containsExactly("a", "b");

        ParsedFile marked = check("A.cs", "\uFEFFclass A { }\n");
        assertThat(marked.chunks().getLast().name()).isEqualTo("A");

        ParsedFile unfinished = check("a.go", "package a\n\nfunc F() int { return 1 }");
        assertThat(unfinished.chunks().getLast().name()).isEqualTo("F");
    }

    @Test
    void parse_brokenCode_keepsWhatCanBeRead() {
        ParsedFile parsed = check("Broken.java", """
                class Broken {
                    void before() { run(); }
                    void broken( { int = ; }
                    void after() { stop(); }
                }
                """);

        assertThat(parsed.chunks().stream().map(Chunk::name)).contains("Broken", "before", "after");
    }

    @Test
    void parse_largeFunction_isSplitBetweenStatements() {
        String text = "int f() {\n" + "    if (a) {\n        call(\"x\");\n    }\n".repeat(300) + "}\n";

        ParsedFile parsed = check("large.c", text);

        assertThat(parsed.chunks()).hasSizeGreaterThan(3).allSatisfy(chunk -> {
            assertThat(chunk.type()).isEqualTo(ChunkType.FUNCTION);
            assertThat(chunk.name()).isEqualTo("f");
            assertThat(chunk.metadata().signature()).isEqualTo("int f()");
        });
        assertThat(parsed.chunks().stream().skip(1))
                .allMatch(chunk -> chunk.source().startsWith("    if (a) {"));
    }

    @Test
    void parse_fromManyThreads_givesTheSame() throws Exception {
        SourceFile file = new SourceFile("a.rb", "class A\n  def b(c)\n    d(c)\n  end\nend\n".repeat(50), null);
        ParsedFile expected = PARSER.parse(file);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ParsedFile>> tasks = Stream.generate(() -> (Callable<ParsedFile>) () -> PARSER.parse(file))
                    .limit(50)
                    .toList();
            for (Future<ParsedFile> parsed : threads.invokeAll(tasks)) {
                assertThat(parsed.get()).isEqualTo(expected);
            }
        }
    }

    private static ParsedFile check(String path, String text) {
        long start = System.nanoTime();
        ParsedFile parsed = PARSER.parse(new SourceFile(path, text, null));
        // Far above what it takes: it is only to tell what ends from what does not.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        SamplesTest.assertIsPartition(parsed, text);
        assertThat(parsed.chunks())
                .allMatch(chunk -> chunk.source().length() <= LARGEST_CHUNK, "at most " + LARGEST_CHUNK + " long");
        return parsed;
    }
}
