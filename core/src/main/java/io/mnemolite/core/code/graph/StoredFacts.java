package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.store.CodeFileId;

/**
 * A file's facts as they are stored.
 *
 * @param facts of {@link io.mnemolite.core.code.facts.FileFactsCodec}; empty when the file has none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record StoredFacts(CodeFileId id, String path, long revision, byte[] facts) {}
