package io.mnemolite.core.code.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.ChunkType;
import io.mnemolite.core.code.Complexity;
import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.PythonFacts;
import io.mnemolite.core.code.graph.GraphSnapshot.Version;
import io.mnemolite.core.code.parsing.ParsedFile;
import io.mnemolite.core.code.parsing.SourceParser;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.InMemoryCodeStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParsedTextFactsTest {

    private static final String TEXT = "def a(): pass\n";
    private static final FileFacts FACTS = new PythonFacts("a.py").function("a").facts();

    private final InMemoryCodeStore store = new InMemoryCodeStore();
    private final List<SourceFile> parsed = new ArrayList<>();
    private boolean isBroken;

    private final SourceParser parser = new SourceParser() {
        @Override
        public ParsedFile parse(SourceFile file) {
            parsed.add(file);
            if (isBroken) {
                throw new IllegalStateException("a parser's own mistake");
            }
            return new ParsedFile(new Language("python"), List.of(), FACTS, List.of(), false, false, List.of());
        }

        @Override
        public String version() {
            return "1";
        }
    };

    private final ParsedTextFacts facts = new ParsedTextFacts(store, parser);

    @BeforeEach
    void file() {
        ChunkMetadata nothing =
                new ChunkMetadata(null, List.of(), null, List.of(), null, new Complexity(0, 0), List.of());
        Chunk chunk = new Chunk(ChunkType.MODULE, "a", "a", TEXT, 1, 1, nothing);
        CodeFileDraft draft = new CodeFileDraft(
                "r",
                "a.py",
                new Language("python"),
                Sha256.of(TEXT),
                "1",
                TEXT.length(),
                1,
                false,
                false,
                true,
                null,
                CodeChunk.of("r", "a.py", List.of(chunk)),
                List.of(),
                new byte[0],
                List.of());
        store.write("r", Instant.EPOCH, List.of(draft), List.of());
    }

    private static StoredFacts stored(String path, long revision) {
        return new StoredFacts(new Version(CodeFileId.of("r", path), revision, Instant.EPOCH), path, new byte[] {9});
    }

    @Test
    void read_parsesTheStoredTextInItsLanguage() {
        assertThat(facts.read(stored("a.py", 1))).contains(FACTS);
        assertThat(parsed).containsExactly(new SourceFile("a.py", TEXT, "python"));
    }

    @Test
    void read_ofAnotherRevisionOrOfNoFile_isNothing() {
        assertThat(facts.read(stored("a.py", 2))).isEmpty();
        assertThat(facts.read(stored("gone.py", 1))).isEmpty();
        assertThat(parsed).isEmpty();
    }

    @Test
    void read_whenTheParserFails_isNothing() {
        isBroken = true;

        assertThat(facts.read(stored("a.py", 1))).isEmpty();
    }
}
