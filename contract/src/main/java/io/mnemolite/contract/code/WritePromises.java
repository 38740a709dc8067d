package io.mnemolite.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.InParallel;
import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.code.store.ChunkInFile;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeFile;
import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.code.store.Removal;
import io.mnemolite.core.code.store.RepositoryFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Writing files in place of what was known of them, and removing them. */
public abstract class WritePromises extends CodeStorePromises {

    private static final CodeSample CALCULATOR = CodeSample.of(
            "src/calculator.py",
            "import math",
            "",
            "class Calculator:",
            "    def add(self, a, b):",
            "        return a + b");

    @Test
    void write_givesBackWhatWasWritten() {
        CodeSample sample = CALCULATOR.at("abc123");
        CodeFileDraft draft = sample.draft();

        assertThat(write(sample)).containsExactly(draft.id());

        IndexedCodeFile found = find(sample).orElseThrow();
        assertThat(found.text()).isEqualTo(sample.content());
        assertThat(found.pieces().stream().map(IndexedCodeFile.Piece::chunk)).isEqualTo(draft.chunks());
        CodeFile file = found.file();
        assertThat(file.repository()).isEqualTo("r");
        assertThat(file.path()).isEqualTo("src/calculator.py");
        assertThat(file.language()).isEqualTo(draft.language());
        assertThat(file.contentHash()).isEqualTo(Sha256.of(sample.content()));
        assertThat(file.commitHash()).isEqualTo("abc123");
        assertThat(file.indexedAt()).isEqualTo(CodeSample.NOW);
        assertThat(file.chunkCount()).isEqualTo(3);
        assertThat(file.lineCount()).isEqualTo(5);
        assertThat(file.revision()).isEqualTo(1);
    }

    @Test
    void write_again_replacesTheChunksWholly() {
        write(CALCULATOR);
        CodeSample later = CodeSample.of("src/calculator.py", "def subtract(a, b):", "    return a - b");

        assertThat(write(later)).isEqualTo(ids(later));

        IndexedCodeFile found = find(later).orElseThrow();
        assertThat(found.text()).isEqualTo(later.content());
        assertThat(found.pieces()).hasSize(1);
        assertThat(found.file().revision()).isEqualTo(2);
        assertThat(store().countFiles()).isEqualTo(1);
        assertThat(store().findChunks(CALCULATOR.draft().chunks().stream()
                        .map(CodeChunk::id)
                        .toList()))
                .isEmpty();
    }

    @Test
    void write_theSameTwice_keepsEveryId() {
        write(CALCULATOR);
        List<CodeChunk> first = chunks(find(CALCULATOR).orElseThrow());
        write(CALCULATOR);

        assertThat(chunks(find(CALCULATOR).orElseThrow())).isEqualTo(first);
    }

    @Test
    void write_theSamePathInTwoRepositories_keepsBoth() {
        CodeSample other = CALCULATOR.in("team/other");
        write(CALCULATOR, other);

        assertThat(find(CALCULATOR)).isPresent();
        assertThat(find(other)).isPresent();
        assertThat(find(CALCULATOR).orElseThrow().pieces().getFirst().chunk().id())
                .isNotEqualTo(
                        find(other).orElseThrow().pieces().getFirst().chunk().id());
    }

    @Test
    void write_anEmptyFile_isAFileWithoutChunks() {
        CodeSample empty = new CodeSample("r", "empty.py", "", true, null);
        write(empty);

        assertThat(find(empty).orElseThrow().pieces()).isEmpty();
    }

    @Test
    void write_equalDefinitions_haveIdsOfTheirOwn() {
        CodeSample twins = CodeSample.of("twins.py", "def same():", "    pass", "def same():", "    pass");
        write(twins);

        assertThat(find(twins).orElseThrow().pieces().stream()
                        .map(piece -> piece.chunk().id())
                        .distinct())
                .hasSize(2);
    }

    @Test
    void write_manyAndLongAndForeign_arriveUnchanged() {
        List<CodeSample> samples = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            samples.add(CodeSample.of(
                    "many/" + i + ".py",
                    IntStream.range(0, 40)
                            .mapToObj(n -> "def f" + n + "(): pass # {\"}, \\ ' \t é 漢 🎈 NULL")
                            .toArray(String[]::new)));
        }
        samples.add(CodeSample.of("ü".repeat(900) + "/🎈.py", "x = '" + "long ".repeat(200_000) + "'"));

        CodeSample[] all = samples.toArray(CodeSample[]::new);
        assertThat(write(all)).containsExactlyInAnyOrderElementsOf(ids(all));
        for (CodeSample sample : List.of(all[0], all[77], all[150])) {
            assertThat(find(sample).orElseThrow().text()).isEqualTo(sample.content());
        }
    }

    @Test
    void write_failures_removeTheFileAndAreRemembered() {
        CodeSample other = CodeSample.of("other.py", "x = 1");
        write(CALCULATOR, other);

        List<CodeFileId> changed = store().write(
                        "r",
                        CodeSample.NOW,
                        List.of(),
                        List.of(
                                new FileProblem("src/calculator.py", "It is no text."),
                                new FileProblem("../\0\uD800" + "x".repeat(2_000), "The path is bad.")));

        assertThat(changed).isEqualTo(ids(CALCULATOR));
        assertThat(find(CALCULATOR)).isEmpty();
        assertThat(find(other)).isPresent();
        RepositoryFigures figures = store().repositories(MODEL).getFirst();
        assertThat(figures.problemCount()).isEqualTo(2);
        assertThat(figures.problems().get(1)).isEqualTo(new FileProblem("src/calculator.py", "It is no text."));
        assertThat(figures.problems().getFirst().path()).hasSize(1_000).startsWith("../\uFFFD\uFFFDxx");

        write(CALCULATOR);
        assertThat(store().repositories(MODEL).getFirst().problemCount()).isEqualTo(1);
    }

    @Test
    void write_problemsOfAFile_areRememberedUntilItIsWrittenWithout() {
        CodeSample odd = CodeSample.of("odd.py", "???");
        write(odd);
        assertThat(store().repositories(MODEL).getFirst().problems())
                .containsExactly(new FileProblem("odd.py", "A part of 'odd.py' is no code."));

        write(CodeSample.of("odd.py", "x = 1"));
        assertThat(store().repositories(MODEL).getFirst().problems()).isEmpty();
    }

    @Test
    void write_byManyAtOnce_leavesTheChunksOfOne() throws Exception {
        int writers = 6;
        List<CodeSample> versions = IntStream.range(0, writers)
                .mapToObj(n -> CodeSample.of(
                        "contended.py",
                        IntStream.rangeClosed(0, n)
                                .mapToObj(k -> "def v" + n + "_" + k + "(): pass")
                                .toArray(String[]::new)))
                .toList();

        for (int round = 0; round < 5; round++) {
            InParallel.call(writers, n -> write(versions.get(n)));
            String text = find(versions.getFirst()).orElseThrow().text();
            assertThat(versions.stream().map(CodeSample::content)).contains(text);
        }
    }

    @Test
    void states_tellHashAndVersionOfKnownPaths() {
        write(
                CALCULATOR,
                CALCULATOR.in("elsewhere"),
                CodeSample.of("plain.py", "x").unembedded());

        assertThat(store().states("r", List.of("src/calculator.py", "plain.py", "unknown.py", "src/calculator.py")))
                .containsOnlyKeys("src/calculator.py", "plain.py")
                .containsEntry(
                        "src/calculator.py",
                        new FileState("src/calculator.py", Sha256.of(CALCULATOR.content()), "1", 3, true))
                .extractingByKey("plain.py")
                .satisfies(state -> assertThat(state.isEmbedded()).isFalse());
        assertThat(store().states("nowhere", List.of("src/calculator.py"))).isEmpty();
    }

    @Test
    void list_showsEveryFileOnceAPageAtATime() {
        CodeSample[] samples = IntStream.range(0, 25)
                .mapToObj(n -> CodeSample.of("f" + n + ".py", "x = " + n))
                .toArray(CodeSample[]::new);
        write(samples);
        write(CALCULATOR.in("elsewhere"));

        List<String> seen = new ArrayList<>();
        CodeFileId after = null;
        List<FileState> page;
        do {
            page = store().list("r", after, 7);
            page.forEach(state -> seen.add(state.path()));
            after = page.isEmpty() ? after : CodeFileId.of("r", page.getLast().path());
        } while (page.size() == 7);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(seen.stream().map(path -> CodeFileId.of("r", path))).isSorted();
    }

    @Test
    void scan_showsEveryFileOnceInIdOrder() {
        CodeSample[] samples = IntStream.range(0, 25)
                .mapToObj(n -> CodeSample.of("f" + n + ".py", "def a(): pass", "def b(): pass"))
                .toArray(CodeSample[]::new);
        write(samples);

        List<CodeFileId> seen = new ArrayList<>();
        List<IndexedCodeFile> page = store().scan(null, 10, MODEL);
        while (!page.isEmpty()) {
            page.forEach(file -> seen.add(file.file().id()));
            assertThat(page).allSatisfy(file -> assertThat(file.pieces()).hasSize(2));
            page = store().scan(seen.getLast(), 10, MODEL);
        }

        assertThat(seen).isSorted().containsExactlyInAnyOrderElementsOf(ids(samples));
    }

    @Test
    void findChunks_givesThoseThatExistWithTheirFiles() {
        write(CALCULATOR);
        List<CodeChunk> chunks = CALCULATOR.draft().chunks();
        List<ChunkInFile> found = store().findChunks(List.of(
                chunks.get(2).id(), chunks.get(0).id(), chunks.get(2).id()));

        assertThat(found.stream().map(ChunkInFile::chunk)).containsExactlyInAnyOrder(chunks.get(0), chunks.get(2));
        assertThat(found).allSatisfy(chunk -> assertThat(chunk.file().path()).isEqualTo("src/calculator.py"));
    }

    @Test
    void removeFiles_removesThoseAndTellsWhat() {
        CodeSample other = CodeSample.of("other.py", "x = 1");
        write(CALCULATOR, other, CALCULATOR.in("elsewhere"));

        Removal removal = store().removeFiles("r", List.of("src/calculator.py", "unknown.py"));

        assertThat(removal).isEqualTo(new Removal(ids(CALCULATOR), 3));
        assertThat(find(CALCULATOR)).isEmpty();
        assertThat(find(other)).isPresent();
        assertThat(find(CALCULATOR.in("elsewhere"))).isPresent();
        assertThat(store().removeFiles("r", List.of())).isEqualTo(Removal.NONE);
    }

    @Test
    void removeRepository_removesItWhollyAndNothingElse() {
        CodeSample same = CALCULATOR.in("r/sub");
        write(CALCULATOR, CodeSample.of("other.py", "x = 1"), same);

        Removal removal = store().removeRepository("r");

        assertThat(removal.files()).hasSize(2);
        assertThat(removal.chunks()).isEqualTo(4);
        assertThat(store().repositories(MODEL))
                .extracting(RepositoryFigures::repository)
                .containsExactly("r/sub");
        assertThat(find(same)).isPresent();
        assertThat(store().removeRepository("r")).isEqualTo(Removal.NONE);
        assertThat(store().removeRepository("never seen")).isEqualTo(Removal.NONE);
    }

    @Test
    void repositories_areTheLastIndexedFirst() {
        write(CALCULATOR);
        store().write("newer", CodeSample.NOW.plus(Duration.ofHours(1)), List.of(), List.of());

        List<RepositoryFigures> figures = store().repositories(MODEL);

        assertThat(figures).extracting(RepositoryFigures::repository).containsExactly("newer", "r");
        assertThat(figures.get(1).files()).isEqualTo(1);
        assertThat(figures.get(1).chunks()).isEqualTo(3);
        assertThat(figures.get(1).lastIndexed()).isEqualTo(CodeSample.NOW);
        assertThat(figures.getFirst().files()).isZero();
    }

    private static List<CodeChunk> chunks(IndexedCodeFile file) {
        return file.pieces().stream().map(IndexedCodeFile.Piece::chunk).toList();
    }
}
