package io.mnemolite.discovery;

/**
 * A file that is not indexed.
 *
 * @param path relative to the directory, with {@code /} between its parts
 */
public record SkippedFile(String path, SkipReason reason) {}
