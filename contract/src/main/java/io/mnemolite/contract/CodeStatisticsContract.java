package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.code.CodeSample;
import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.Complexity;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.operation.CodeStatistics;
import io.mnemolite.core.operation.CodeStatistics.ComplexChunk;
import io.mnemolite.core.operation.CodeStatistics.ComplexityCount;
import io.mnemolite.core.operation.CodeStatistics.LanguageCount;
import io.mnemolite.core.operation.EventStatistics.Count;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link CodeStatistics}. */
public abstract class CodeStatisticsContract {

    /** An empty store. */
    protected abstract CodeStore store();

    /** Over that store. */
    protected abstract CodeStatistics statistics();

    @BeforeEach
    void store_someFiles() {
        CodeStore store = store();
        store.write(
                "r",
                CodeSample.NOW,
                List.of(
                        complex(CodeSample.of("a.py", "def simple", "def hard", "  x"), 7),
                        complex(CodeSample.of("b.java", "class B", "  def easy"), 1),
                        complex(CodeSample.of("test.py", "def tested"), 90)),
                List.of());
        store.write(
                "s",
                CodeSample.NOW.plusSeconds(86_400),
                List.of(complex(CodeSample.of("c.js", "class C").in("s"), 2)),
                List.of());
    }

    @Test
    void languages_areThoseOfAllRepositories_mostLinesFirst() {
        assertThat(statistics().languages())
                .containsExactly(
                        new LanguageCount("python", 2, 4),
                        new LanguageCount("java", 1, 2),
                        new LanguageCount("javascript", 1, 1));
    }

    @Test
    void complexities_areThoseOfFunctionsAndMethods() {
        assertThat(statistics().complexities())
                .containsExactly(new ComplexityCount(1, 1), new ComplexityCount(7, 2), new ComplexityCount(90, 1));
    }

    @Test
    void mostComplex_leavesOutTests() {
        assertThat(statistics().mostComplex(2))
                .extracting(ComplexChunk::cyclomatic)
                .containsExactly(7, 7);
        assertThat(statistics().mostComplex(10).getLast())
                .isEqualTo(new ComplexChunk("r", "b.java", "easy", "B.easy", 2, 2, 1));
    }

    @Test
    void indexedByDay_countsFilesSinceAMoment() {
        Instant day = Instant.parse("2026-03-04T00:00:00Z");
        assertThat(statistics().indexedByDay(day))
                .containsExactly(new Count(day, 3), new Count(day.plusSeconds(86_400), 1));
        assertThat(statistics().indexedByDay(CodeSample.NOW.plusSeconds(1))).hasSize(1);
    }

    private static CodeFileDraft complex(CodeSample sample, int cyclomatic) {
        CodeFileDraft draft = sample.draft();
        List<Chunk> chunks = draft.chunks().stream()
                .map(chunk -> withComplexity(chunk.chunk(), cyclomatic))
                .toList();
        return new CodeFileDraft(
                draft.repository(),
                draft.path(),
                draft.language(),
                draft.contentHash(),
                draft.parserVersion(),
                draft.sizeBytes(),
                draft.lineCount(),
                draft.isTest(),
                draft.isGenerated(),
                draft.isEmbedded(),
                draft.commitHash(),
                CodeChunk.of(draft.repository(), draft.path(), chunks),
                draft.imports(),
                draft.facts(),
                draft.problems());
    }

    private static Chunk withComplexity(Chunk chunk, int cyclomatic) {
        ChunkMetadata metadata = chunk.metadata();
        return new Chunk(
                chunk.type(),
                chunk.name(),
                chunk.qualifiedName(),
                chunk.source(),
                chunk.startLine(),
                chunk.endLine(),
                new ChunkMetadata(
                        metadata.signature(),
                        metadata.parameters(),
                        metadata.returns(),
                        metadata.decorators(),
                        metadata.docstring(),
                        new Complexity(cyclomatic, 1),
                        metadata.calls()));
    }
}
