package io.mnemolite.postgres.embedded;

import java.io.IOException;

/** The signals that PostgreSQL gives a meaning, which {@link ProcessHandle} cannot send. */
enum Signal {
    /** Fast shutdown: ends the sessions and writes a checkpoint. */
    INT,
    /** Immediate shutdown: no checkpoint, so the next start recovers. */
    QUIT;

    /** Sends the signal; nothing happens when the process is gone. */
    void send(long process) throws IOException {
        // The shell's own kill: the program of that name is missing in small containers.
        new ProcessBuilder("sh", "-c", "kill -" + name() + " " + process)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
