package io.mnemolite.benchmarks.harness;

import org.jspecify.annotations.Nullable;

/** A program that a scenario runs is not on this machine; the message is one sentence for whoever called. */
public final class MissingTool extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MissingTool(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
