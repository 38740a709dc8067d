package io.mnemolite.core.search;

import org.jspecify.annotations.Nullable;

/**
 * How a hit came about.
 *
 * @param vectorRank 1-based place in the vector channel, null when it is not in it
 * @param distance L2 distance in the vector channel
 * @param lexicalRank 1-based place in the lexical channel, null when it is not in it
 * @param lexicalScore BM25 score
 * @param fusedScore the reciprocal rank sum, null outside hybrid mode
 */
public record HitExplanation(
        @Nullable Integer vectorRank,
        @Nullable Double distance,
        @Nullable Integer lexicalRank,
        @Nullable Double lexicalScore,
        @Nullable Double fusedScore) {}
