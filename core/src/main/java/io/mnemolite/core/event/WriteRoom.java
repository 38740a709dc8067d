package io.mnemolite.core.event;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;

/** Whether there is room to store more. Reads and deletions are never asked. */
@FunctionalInterface
public interface WriteRoom {

    WriteRoom UNLIMITED = () -> {};

    /** @throws MnemoliteException with {@link ErrorCode#STORAGE_FULL} when there is none */
    void require();
}
