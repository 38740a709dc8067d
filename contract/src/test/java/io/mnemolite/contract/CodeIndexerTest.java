package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.code.CodeSample;
import io.mnemolite.contract.fixture.InParallel;
import io.mnemolite.contract.fixture.LineParser;
import io.mnemolite.contract.fixture.WordEmbedder;
import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.indexing.CodeFileSource;
import io.mnemolite.core.code.indexing.CodeGraphUpdate;
import io.mnemolite.core.code.indexing.CodeIndexer;
import io.mnemolite.core.code.indexing.CodeIndexing;
import io.mnemolite.core.code.indexing.CodeVectors;
import io.mnemolite.core.code.indexing.IndexOutcome;
import io.mnemolite.core.code.indexing.IndexRequest;
import io.mnemolite.core.code.indexing.ParsingThreads;
import io.mnemolite.core.code.search.ChannelWeights;
import io.mnemolite.core.code.search.CodeAnswer;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeQuery;
import io.mnemolite.core.code.search.InMemoryCodeIndex;
import io.mnemolite.core.code.search.IndexedCodeSearch;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.core.code.store.InMemoryCodeStore;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.core.embedding.InteractiveEmbedder;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.WriteRoom;
import io.mnemolite.core.indexing.ChangeApplier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of files that are handed in, and how they are found. */
class CodeIndexerTest {

    private final InMemoryCodeStore store = new InMemoryCodeStore();
    private final InMemoryCodeIndex index = new InMemoryCodeIndex(WordEmbedder.DIMENSION);
    private final WordEmbedder embedder = new WordEmbedder();
    private final InteractiveEmbedder interactive = new InteractiveEmbedder(embedder);
    private final ParsingThreads threads = new ParsingThreads(2);
    private LineParser parser = new LineParser();
    private final IndexedCodeSearch search = new IndexedCodeSearch(store, index, () -> {}, interactive);

    private ChangeApplier<CodeFileId, IndexedCodeFile> applier() {
        return new ChangeApplier<>(new CodeFileSource(store, "words"), index);
    }

    private CodeIndexing indexing() {
        return new CodeIndexer(
                store, parser, threads, applier(), CodeGraphUpdate.NONE, Clock.systemUTC(), WriteRoom.UNLIMITED);
    }

    @AfterEach
    void close() {
        threads.close();
    }

    private IndexOutcome index(CodeSample... samples) {
        List<SourceFile> files = new ArrayList<>();
        for (CodeSample sample : samples) {
            files.add(new SourceFile(sample.path(), sample.content(), null));
        }
        return indexing().index(IndexRequest.of("r", files));
    }

    private List<String> names(CodeAnswer answer) {
        return answer.hits().stream()
                .map(hit -> hit.found().chunk().chunk().qualifiedName())
                .toList();
    }

    private List<String> find(String words) {
        return names(search.search(CodeQuery.lexical(words, CodeFilter.ALL, 10)));
    }

    @Test
    void index_files_areFoundAtOnce() {
        IndexOutcome outcome = index(
                CodeSample.of("a.py", "def parse_line(): pass", "def other(): pass"),
                CodeSample.of("b.py", "class Reader:", "    def read(self): pass"));

        assertThat(outcome).isEqualTo(new IndexOutcome(2, 0, 4, 0, 0, CodeGraphUpdate.Counts.ZERO, List.of()));
        assertThat(find("parseLine")).containsExactly("parse_line");
        assertThat(find("read").getFirst()).isEqualTo("Reader.read");
    }

    @Test
    void index_unchangedFiles_areNotParsedAgain() {
        CodeSample sample = CodeSample.of("a.py", "def a(): pass");
        index(sample);
        IndexOutcome again = index(sample);

        assertThat(parser.parsed()).isEqualTo(1);
        assertThat(again.unchangedFiles()).isEqualTo(1);
        assertThat(again.indexedFiles()).isEqualTo(1);
        assertThat(again.indexedChunks()).isEqualTo(1);
        assertThat(store.changes()).hasSize(1);

        parser = new LineParser("lines 2");
        assertThat(index(sample).unchangedFiles()).isZero();
    }

    @Test
    void index_withoutVectorsThenWith_makesThem() {
        List<SourceFile> files = List.of(new SourceFile("a.py", "def a(): pass\n", null));
        indexing().index(new IndexRequest("r", files, List.of(), null, true, false, true));
        CodeVectors vectors = new CodeVectors(store, interactive, indexing());
        assertThat(vectors.settleSome()).isEmpty();
        assertThat(indexing().isCurrent(store.list("r", null, 1).getFirst())).isFalse();

        CodeIndexing telling = vectors.toldBy(indexing());
        telling.index(IndexRequest.of("r", files));

        assertThat(indexing().isCurrent(store.list("r", null, 1).getFirst())).isTrue();
        assertThat(vectors.settleSome()).isEqualTo(OptionalInt.of(1));
        assertThat(vectors.settleSome()).isEmpty();
        CodeAnswer answer = search.search(CodeQuery.hybrid("a", CodeFilter.ALL, 10));
        assertThat(answer.vectorCount()).isEqualTo(1);
        assertThat(answer.hits().getFirst().place().vectorRank()).isEqualTo(1);
    }

    @Test
    void search_ofBothChannels_ranksTestsLower() {
        index(
                CodeSample.of("src.py", "def parse_line(): return line"),
                CodeSample.of("test_src.py", "def parse_line(): pass"));
        new CodeVectors(store, interactive, indexing()).settleSome();

        CodeAnswer nearest = search.search(CodeQuery.nearestTo(interactive.embed("parse_line"), CodeFilter.ALL, 10));
        CodeAnswer fused = search.search(CodeQuery.hybrid("parse_line", CodeFilter.ALL, 10));

        assertThat(nearest.hits().stream().map(hit -> hit.found().file().path()))
                .as("by nearness alone")
                .containsExactly("test_src.py", "src.py");
        assertThat(fused.hits().stream().map(hit -> hit.found().file().path()))
                .containsExactly("src.py", "test_src.py");
        assertThat(fused.hits().getFirst().place().vectorRank()).isEqualTo(1);
    }

    @Test
    void index_badFiles_areProblemsAndOthersAreIndexed() {
        CodeSample binary = new CodeSample("r", "image.py", "x\0y", true, null);
        CodeSample half = new CodeSample("r", "half.py", "x\uD800y", true, null);
        CodeSample unknown = CodeSample.of("file.unknown", "x");
        CodeSample outside = CodeSample.of("../outside.py", "x");
        CodeSample absolute = CodeSample.of("/etc/passwd.py", "x");
        CodeSample windows = CodeSample.of("a\\b.py", "x");
        CodeSample odd = CodeSample.of("odd.py", "???");

        IndexOutcome outcome = index(
                binary, half, unknown, outside, absolute, windows, odd, CodeSample.of("good.py", "def good(): pass"));

        assertThat(outcome.indexedFiles()).isEqualTo(2);
        assertThat(outcome.failedFiles()).isEqualTo(6);
        assertThat(outcome.problems())
                .extracting(FileProblem::path)
                .containsExactlyInAnyOrder(
                        "image.py", "half.py", "file.unknown", "../outside.py", "/etc/passwd.py", "a\\b.py", "odd.py");
        assertThat(outcome.problems())
                .extracting(FileProblem::sentence)
                .contains(
                        "The file 'image.py' is left out: it holds the NUL character (U+0000) at position 1, so it is no"
                                + " text.",
                        "The language of 'file.unknown' is not known; name it in the member language.",
                        "The path '/etc/passwd.py' is absolute; send it relative to the repository.");
        assertThat(find("good")).containsExactly("good");
        assertThat(store.repositories("words").getFirst().problemCount()).isEqualTo(7);
    }

    @Test
    void index_aFileThatFailsNow_isNoLongerFound() {
        index(CodeSample.of("a.py", "def stale(): pass"));
        IndexOutcome outcome = index(new CodeSample("r", "a.py", "def stale(): \0", true, null));

        assertThat(outcome.failedFiles()).isEqualTo(1);
        assertThat(find("stale")).isEmpty();
        assertThat(store.countFiles()).isZero();
    }

    @Test
    void index_aPathTwice_theLastCountsAndTheRequestIsTold() {
        IndexOutcome outcome =
                index(CodeSample.of("a.py", "def first(): pass"), CodeSample.of("a.py", "def second(): pass"));

        assertThat(outcome.indexedFiles()).isEqualTo(1);
        assertThat(outcome.failedFiles()).isZero();
        assertThat(outcome.problems()).hasSize(1);
        assertThat(find("first second")).containsExactly("second");
    }

    @Test
    void index_deletedPaths_leaveTheIndexUnlessTheyAreSentToo() {
        index(CodeSample.of("a.py", "def gone(): pass"), CodeSample.of("b.py", "def kept(): pass"));

        IndexOutcome outcome = indexing()
                .index(new IndexRequest(
                        "r",
                        List.of(new SourceFile("b.py", "def kept(): return 1\n", null)),
                        List.of("a.py", "b.py", "never.py"),
                        null,
                        true,
                        true,
                        true));

        assertThat(outcome.deletedFiles()).isEqualTo(1);
        assertThat(find("gone kept")).containsExactly("kept");
    }

    @Test
    void index_nothing_notesTheRepository() {
        index();
        assertThat(store.repositories("words"))
                .extracting(RepositoryFigures::repository)
                .containsExactly("r");
    }

    @Test
    void index_manyAtOnce_takesTurnsAndLosesNothing() throws Exception {
        List<IndexOutcome> outcomes = InParallel.call(4, number -> {
            CodeSample[] samples = IntStream.range(0, 450)
                    .mapToObj(n -> CodeSample.of("t" + number + "/f" + n + ".py", "def f" + n + "(): pass"))
                    .toArray(CodeSample[]::new);
            return index(samples);
        });

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.indexedFiles()).isEqualTo(450));
        assertThat(store.countFiles()).isEqualTo(1_800);
    }

    @Test
    void index_whenThereIsNoRoom_storesNothing() {
        CodeIndexing full =
                new CodeIndexer(store, parser, threads, applier(), CodeGraphUpdate.NONE, Clock.systemUTC(), () -> {
                    throw new MnemoliteException(ErrorCode.STORAGE_FULL, "The disk is full; make room.");
                });
        assertThatThrownBy(() -> full.index(IndexRequest.of("r", List.of())))
                .hasMessage("The disk is full; make room.");
        assertThat(store.repositories("words")).isEmpty();
    }

    @Test
    void removeRepository_takesItOutOfTheIndex() {
        index(CodeSample.of("a.py", "def gone(): pass"));
        assertThat(indexing().removeRepository("r").chunks()).isEqualTo(1);
        assertThat(find("gone")).isEmpty();
    }

    @Test
    void vectors_whileTheModelFails_areAwaitedStill() {
        index(CodeSample.of("a.py", "def a(): pass", "def b(): pass"));
        CodeVectors vectors = new CodeVectors(store, interactive, indexing());
        embedder.breakDown(true);
        assertThatThrownBy(vectors::settleSome).isInstanceOf(MnemoliteException.class);

        CodeAnswer early = search.search(CodeQuery.hybrid("a", CodeFilter.ALL, 10));
        assertThat(early.vectorMissing()).startsWith("Only 0 of 2 chunks have their vectors yet");
        assertThat(early.isVectorAble()).isTrue();
        assertThat(names(early)).contains("a");
        assertThatThrownBy(() -> search.search(
                        new CodeQuery("a", null, CodeFilter.ALL, false, true, ChannelWeights.DEFAULT, 10, 10)))
                .hasMessage("The model of this test is broken.");

        embedder.breakDown(false);
        assertThat(vectors.settleSome()).isEqualTo(OptionalInt.of(2));
        assertThat(search.search(CodeQuery.hybrid("a", CodeFilter.ALL, 10)).vectorMissing())
                .isNull();

        embedder.breakDown(true);
        CodeAnswer degraded = search.search(CodeQuery.hybrid("b", CodeFilter.ALL, 10));
        assertThat(degraded.vectorMissing()).isEqualTo("The model of this test is broken.");
        assertThat(degraded.isVectorAble()).isFalse();
        assertThat(degraded.vectorCount()).isNull();
        assertThat(names(degraded)).contains("b");
    }
}
