package io.mnemolite.cli.terminal;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.failure.OutputClosed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output: UTF-8, buffered. A broken pipe becomes {@link OutputClosed}, any other failure (a full disk) a
 * {@link CommandFailure}; a {@link java.io.PrintStream} would hide both.
 */
public final class Output {

    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream stream;
    private boolean failed;

    public Output(OutputStream stream) {
        this.stream = new BufferedOutputStream(stream, BUFFER_BYTES);
    }

    public void line(String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    public void write(byte[] bytes, int offset, int length) {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Does nothing after a failure, which has been said once. */
    public void flush() {
        if (failed) {
            return;
        }
        try {
            stream.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(IOException e) {
        failed = true;
        String reason = String.valueOf(e.getMessage());
        if (reason.contains("Broken pipe") || reason.contains("Pipe closed")) {
            return new OutputClosed(e);
        }
        return new CommandFailure(ExitCode.FAILED, "Standard output cannot be written: " + reason + ".", e);
    }
}
