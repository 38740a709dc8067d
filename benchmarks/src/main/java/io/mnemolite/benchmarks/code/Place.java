package io.mnemolite.benchmarks.code;

/**
 * A line of a file.
 *
 * @param line from 1
 */
record Place(String path, int line) {}
