package io.mnemolite.core.code.store;

import io.mnemolite.core.code.Sha256;

/** What tells whether a file that is handed in again is the one that is stored. */
public record FileState(String path, Sha256 contentHash, String parserVersion, int chunkCount, boolean isEmbedded) {}
