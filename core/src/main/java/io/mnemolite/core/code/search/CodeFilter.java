package io.mnemolite.core.code.search;

import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeFile;
import org.jspecify.annotations.Nullable;

/**
 * Which chunks are looked at; what is null excludes nothing.
 *
 * @param language by its exact name
 * @param chunkType by its exact name on the wire
 * @param repository by its exact name
 * @param filePath a part of the path, upper and lower case being different
 */
public record CodeFilter(
        @Nullable String language,
        @Nullable String chunkType,
        @Nullable String repository,
        @Nullable String filePath) {

    /** Excludes nothing. */
    public static final CodeFilter ALL = new CodeFilter(null, null, null, null);

    public static CodeFilter ofRepository(String name) {
        return new CodeFilter(null, null, name, null);
    }

    public boolean matches(CodeFile file, CodeChunk chunk) {
        return (language == null || language.equals(file.language().name()))
                && (chunkType == null || chunkType.equals(chunk.chunk().type().wireName()))
                && (repository == null || repository.equals(file.repository()))
                && (filePath == null || file.path().contains(filePath));
    }
}
