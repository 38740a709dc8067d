package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.store.CodeFileId;

/**
 * What was found in a file, as it is stored.
 *
 * @param resolution of {@link ResolutionCodec}; empty when the file was not resolved yet
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record StoredResolution(CodeFileId id, String path, byte[] resolution) {}
