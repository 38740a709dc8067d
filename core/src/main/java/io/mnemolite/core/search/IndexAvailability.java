package io.mnemolite.core.search;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;

/** Whether the index may be asked: it covers every acknowledged write, or it says that it does not. */
public interface IndexAvailability {

    /** @throws MnemoliteException with {@link ErrorCode#UNAVAILABLE} and a sentence that says why and how far it is */
    void requireReady();
}
