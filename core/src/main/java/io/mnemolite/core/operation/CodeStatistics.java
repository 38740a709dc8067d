package io.mnemolite.core.operation;

import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeFile;
import io.mnemolite.core.operation.EventStatistics.Count;
import java.time.Instant;
import java.util.List;

/**
 * Counts over the stored code of all repositories. Reads every chunk for what is said of complexity. Failures as in
 * {@link io.mnemolite.core.code.store.CodeStore}.
 */
public interface CodeStatistics {

    /** Each language with its files and lines, most lines first, ties by name. */
    List<LanguageCount> languages();

    /** How many functions and methods have each cyclomatic complexity, ascending; those that none has are left out. */
    List<ComplexityCount> complexities();

    /**
     * The most complex functions and methods, the most complex first, ties by id; at most {@code limit}. Tests and generated
     * code are left out.
     */
    List<ComplexChunk> mostComplex(int limit);

    /** How many of the files there are were indexed on each day (UTC) since a moment, days with none left out, ascending. */
    List<Count> indexedByDay(Instant since);

    record LanguageCount(String language, long files, long lines) {}

    record ComplexityCount(int cyclomatic, long count) {}

    /** A chunk without its text, and where it stands. */
    record ComplexChunk(
            String repository,
            String path,
            String name,
            String qualifiedName,
            int startLine,
            int endLine,
            int cyclomatic) {

        static ComplexChunk of(CodeFile file, CodeChunk chunk) {
            return new ComplexChunk(
                    file.repository(),
                    file.path(),
                    chunk.chunk().name(),
                    chunk.chunk().qualifiedName(),
                    chunk.chunk().startLine(),
                    chunk.chunk().endLine(),
                    chunk.chunk().metadata().complexity().cyclomatic());
        }
    }
}
