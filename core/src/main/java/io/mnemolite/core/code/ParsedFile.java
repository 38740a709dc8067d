package io.mnemolite.core.code;

import java.util.List;

/**
 * What parsing made of a file.
 *
 * @param chunks in order of appearance; empty only for an empty file
 * @param isTest whether the file holds tests
 * @param isGenerated whether the file was written by a program, or is minified
 * @param problems sentences on what could not be parsed as usual; the file is searchable all the same
 */
public record ParsedFile(
        Language language, List<Chunk> chunks, boolean isTest, boolean isGenerated, List<String> problems) {

    public ParsedFile {
        chunks = List.copyOf(chunks);
        problems = List.copyOf(problems);
    }
}
