package io.mnemolite.cli.failure;

import org.jspecify.annotations.Nullable;

/** Ends a command: full sentences for standard error, and the exit code. */
public final class CommandFailure extends RuntimeException {

    private final ExitCode exitCode;

    public CommandFailure(ExitCode exitCode, String sentences) {
        this(exitCode, sentences, null);
    }

    public CommandFailure(ExitCode exitCode, String sentences, @Nullable Throwable cause) {
        super(sentences, cause);
        this.exitCode = exitCode;
    }

    public static CommandFailure usage(String sentences) {
        return new CommandFailure(ExitCode.USAGE, sentences);
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** The sentences to show. */
    public String sentences() {
        return String.valueOf(getMessage());
    }
}
