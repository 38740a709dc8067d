package io.mnemolite.cli.api;

import java.io.InputStream;

/** The head of an answer, and its body as it arrives. */
record Response(int status, InputStream body) {

    boolean isSuccess() {
        return status / 100 == 2;
    }
}
