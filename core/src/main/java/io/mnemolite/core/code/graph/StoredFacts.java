package io.mnemolite.core.code.graph;

/**
 * A file's facts as they are stored.
 *
 * @param facts of {@link io.mnemolite.core.code.facts.FileFactsCodec}; empty when the file has none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record StoredFacts(GraphSnapshot.Version version, String path, byte[] facts) {}
