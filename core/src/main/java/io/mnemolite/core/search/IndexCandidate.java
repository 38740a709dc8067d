package io.mnemolite.core.search;

import io.mnemolite.core.event.EventId;

/**
 * An event that one channel of the index offers.
 *
 * @param score the L2 distance (smaller is better) in the vector channel, the BM25 score (greater is better) in the
 *     lexical one
 */
public record IndexCandidate(EventId id, double score) {}
