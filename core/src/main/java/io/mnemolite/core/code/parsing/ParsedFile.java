package io.mnemolite.core.code.parsing;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.FileFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What parsing made of a file.
 *
 * @param chunks in order of appearance; empty only for an empty file
 * @param facts what the file says about itself; null when its language is not understood that far
 * @param imports what the file imports, as written, each once
 * @param isTest whether the file holds tests
 * @param isGenerated whether the file was written by a program, or is minified
 * @param problems sentences on what could not be parsed as usual; the file is searchable all the same
 */
public record ParsedFile(
        Language language,
        List<Chunk> chunks,
        @Nullable FileFacts facts,
        List<String> imports,
        boolean isTest,
        boolean isGenerated,
        List<String> problems) {

    public ParsedFile {
        chunks = List.copyOf(chunks);
        imports = List.copyOf(imports);
        problems = List.copyOf(problems);
    }
}
