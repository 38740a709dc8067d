package io.mnemolite.discovery;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file to index, as far as its name tells.
 *
 * @param path relative to the directory, with {@code /} between its parts
 * @param file where it lies
 * @param size in bytes when it was found
 * @param modifiedAt when it was last written to
 */
public record FoundFile(String path, Path file, long size, Instant modifiedAt) {}
