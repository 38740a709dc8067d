package io.mnemolite.core.code.store;

/** A chunk and the file it is a piece of. */
public record ChunkInFile(CodeFile file, CodeChunk chunk) {}
