package io.mnemolite.core.code.search;

import io.mnemolite.core.code.search.WeightedFusion.Fused;
import io.mnemolite.core.code.store.ChunkInFile;

/** A chunk that was found, as it is stored, and how it was found. */
public record CodeHit(ChunkInFile found, Fused place) {}
