package io.mnemolite.embedding.http;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;

/** A secret that an endpoint wants; it never shows in a text. */
public record ApiKey(String value) {

    public ApiKey {
        // The HTTP client would name a value that fits no header in its exception.
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The API key of the embedding endpoint is empty or holds characters other than visible ASCII ones;"
                            + " check it for blanks and line ends.");
        }
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
