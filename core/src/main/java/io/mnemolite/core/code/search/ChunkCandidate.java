package io.mnemolite.core.code.search;

import io.mnemolite.core.code.store.CodeChunkId;

/**
 * A chunk that one channel of the index offers.
 *
 * @param score the cosine distance (0..2, smaller is better) in the vector channel, the lexical score (greater is better) in
 *     the lexical one, where it is lowered already for chunks that rank lower
 * @param isLesser whether it is of a test or of generated code, which rank lower than other code
 */
public record ChunkCandidate(CodeChunkId id, double score, boolean isLesser) {}
