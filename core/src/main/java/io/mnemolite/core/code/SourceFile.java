package io.mnemolite.core.code;

import org.jspecify.annotations.Nullable;

/**
 * A file as it was handed in.
 *
 * @param path within the repository, with {@code /} between its parts
 * @param content the whole text
 * @param language as the caller named it; null leaves it to the path
 */
public record SourceFile(
        String path, String content, @Nullable String language) {}
