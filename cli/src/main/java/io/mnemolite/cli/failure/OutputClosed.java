package io.mnemolite.cli.failure;

import java.io.IOException;

/** The reader of standard output went away, as {@code head} does: no error, the command just ends. */
public final class OutputClosed extends RuntimeException {

    public OutputClosed(IOException cause) {
        super("Standard output is closed.", cause);
    }
}
