package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.Language;
import java.time.Instant;

/** A symbol and where it stands. */
public record PlacedSymbol(CodeSymbol symbol, String repository, String path, Language language, Instant indexedAt) {}
