package io.mnemolite.core.code.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.ChunkType;
import io.mnemolite.core.code.Complexity;
import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.indexing.FileDrafting.Drafted;
import io.mnemolite.core.code.parsing.ParsedFile;
import io.mnemolite.core.code.parsing.SourceParser;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No file fails the request that it comes with. */
class FileDraftingTest {

    private static final SourceFile FILE = new SourceFile("a.txt", "one\ntwo\n", null);
    private static final IndexRequest REQUEST = IndexRequest.of("r", List.of(FILE));
    private static final IndexRequest PLAIN = new IndexRequest("r", List.of(FILE), List.of(), null, false, false, true);

    private static FileDrafting drafting(Function<SourceFile, ParsedFile> parsing) {
        return new FileDrafting(new SourceParser() {
            @Override
            public ParsedFile parse(SourceFile file) {
                return parsing.apply(file);
            }

            @Override
            public String version() {
                return "parser 1";
            }
        });
    }

    private static ParsedFile parsed(String... chunks) {
        ChunkMetadata metadata = new ChunkMetadata(
                "def one()",
                List.of("x"),
                "int",
                List.of("@cached"),
                "Says one.",
                new Complexity(1, 2),
                List.of("two"));
        return new ParsedFile(
                new Language("text"),
                List.of(chunks).stream()
                        .map(text -> new Chunk(ChunkType.FUNCTION, "one", "A.one", text, 1, 1, metadata))
                        .toList(),
                null,
                List.of("import x"),
                false,
                false,
                List.of());
    }

    private static Drafted draft(Function<SourceFile, ParsedFile> parsing, @Nullable FileState known) {
        return drafting(parsing).draft(FILE, REQUEST, known);
    }

    private static Drafted draft(Function<SourceFile, ParsedFile> parsing) {
        return draft(parsing, null);
    }

    private static CodeFileDraft drafted(Drafted outcome) {
        assertThat(outcome).isInstanceOf(Drafted.New.class);
        return ((Drafted.New) outcome).draft();
    }

    private static Drafted problem(String sentence) {
        return new Drafted.Failed(new FileProblem("a.txt", sentence));
    }

    @Test
    void draft_ofAParserThatThrows_isAProblemThatNamesTheFile() {
        String sentence = "The file 'a.txt' could not be parsed; the server's log has the cause. Report it.";

        assertThat(draft(file -> {
                    throw new IllegalStateException("a defect");
                }))
                .isEqualTo(problem(sentence));
        assertThat(draft(file -> {
                    throw new StackOverflowError();
                }))
                .isEqualTo(problem(sentence));
    }

    @Test
    void draft_ofAParserThatRefusesTheFile_isItsSentence() {
        assertThat(draft(file -> {
                    throw new MnemoliteException(ErrorCode.INVALID_VALUE, "No language is known for " + file.path());
                }))
                .isEqualTo(problem("No language is known for a.txt"));
    }

    @Test
    void draft_ofChunksThatAreNotTheText_isAProblem() {
        Drafted lossy = problem("The file 'a.txt' could not be cut into chunks without a loss. Report it.");

        assertThat(draft(file -> parsed("one\n"))).as("the end is missing").isEqualTo(lossy);
        assertThat(draft(file -> parsed("two\n"))).as("the start is missing").isEqualTo(lossy);
        assertThat(draft(file -> parsed("one\n", "one\n", "two\n"))).as("twice").isEqualTo(lossy);
        assertThat(draft(file -> parsed())).as("nothing").isEqualTo(lossy);
        assertThat(draft(file -> parsed("one\n", "two\n"))).isInstanceOf(Drafted.New.class);
    }

    @Test
    void draft_withoutMetadata_keepsTheTextAndItsPlaceAlone() {
        CodeFileDraft draft = drafted(drafting(file -> parsed("one\n", "two\n")).draft(FILE, PLAIN, null));

        assertThat(draft.imports()).isEmpty();
        assertThat(draft.isEmbedded()).isFalse();
        assertThat(draft.chunks().stream().map(CodeChunk::chunk).map(Chunk::source))
                .containsExactly("one\n", "two\n");
        Chunk chunk = draft.chunks().getFirst().chunk();
        assertThat(chunk.qualifiedName()).isEqualTo("A.one");
        assertThat(chunk.type()).isEqualTo(ChunkType.FUNCTION);
        assertThat(chunk.metadata())
                .isEqualTo(new ChunkMetadata(null, List.of(), null, List.of(), null, new Complexity(0, 0), List.of()));
    }

    @Test
    void draft_ofTheSameContentInAnotherLanguage_isMadeAnew() {
        FileDrafting drafting = drafting(file -> parsed("one\n", "two\n"));
        SourceFile named = new SourceFile("a.txt", FILE.content(), "c");
        CodeFileDraft byPath = drafted(drafting.draft(FILE, REQUEST, null));
        FileState known = new FileState("a.txt", Sha256.of(FILE.content()), byPath.parserVersion(), 2, true);
        assertThat(drafting.draft(FILE, REQUEST, known)).isEqualTo(new Drafted.Unchanged(2));

        CodeFileDraft asC = drafted(drafting.draft(named, REQUEST, known));

        FileState knownAsC = new FileState("a.txt", Sha256.of(FILE.content()), asC.parserVersion(), 2, true);
        assertThat(drafting.draft(named, REQUEST, knownAsC)).isEqualTo(new Drafted.Unchanged(2));
        assertThat(drafting.draft(FILE, REQUEST, knownAsC)).isInstanceOf(Drafted.New.class);
        assertThat(drafting.isCurrent(known)).isTrue();
        assertThat(drafting.isCurrent(knownAsC)).isTrue();
    }

    /** Else a file that was found to be text would go and come with each run that does not name its language at first. */
    @Test
    void draft_ofAnUnknownLanguageThatWasNamedOnce_staysAsItIs() {
        FileDrafting drafting = drafting(file -> {
            if (file.language() == null) {
                throw new MnemoliteException(ErrorCode.INVALID_VALUE, "No language is known for " + file.path());
            }
            return parsed(file.content());
        });
        CodeFileDraft asText = drafted(drafting.draft(new SourceFile("a.txt", FILE.content(), "text"), REQUEST, null));
        FileState known = new FileState("a.txt", Sha256.of(FILE.content()), asText.parserVersion(), 2, true);

        assertThat(drafting.draft(FILE, REQUEST, known)).isEqualTo(new Drafted.Unchanged(2));
        CodeFileDraft changed = drafted(drafting.draft(new SourceFile("a.txt", "one\ntwo\n\n", null), REQUEST, known));
        assertThat(changed.parserVersion()).isEqualTo(asText.parserVersion());
        assertThat(drafting.draft(FILE, REQUEST, null)).isEqualTo(problem("No language is known for a.txt"));
    }

    @Test
    void draft_ofAFileStoredWithoutMetadata_isMadeAnewWhenMetadataIsWanted() {
        CodeFileDraft plain = drafted(drafting(file -> parsed("one\n", "two\n")).draft(FILE, PLAIN, null));
        FileState known = new FileState("a.txt", Sha256.of(FILE.content()), plain.parserVersion(), 2, true);

        assertThat(drafting(file -> parsed()).draft(FILE, PLAIN, known)).isEqualTo(new Drafted.Unchanged(2));
        CodeFileDraft whole = drafted(draft(file -> parsed("one\n", "two\n"), known));

        assertThat(whole.imports()).containsExactly("import x");
        assertThat(whole.chunks().getFirst().chunk().metadata().docstring()).isEqualTo("Says one.");
    }
}
