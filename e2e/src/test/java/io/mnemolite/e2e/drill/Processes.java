package io.mnemolite.e2e.drill;

import io.mnemolite.e2e.PackagedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of the machine, each with its output in a file. */
final class Processes {

    private Processes() {}

    /** Begins it with these variables beside the test's own, without those that tell MnemoLite something. */
    static Process start(List<String> command, Map<String, String> environment, Path output) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        PackagedServer.tell(builder, environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end, which must be a success. */
    static void run(List<String> command, Path output) {
        Process process = start(command, Map.of(), output);
        if (await(process, 120) != 0) {
            throw new AssertionError(command + " failed:\n" + read(output));
        }
    }

    /** The exit code. */
    static int await(Process process, int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("It did not end within " + seconds + " s: " + process.info());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Asks it to end, and waits. */
    static void stop(Process process) {
        process.destroy();
        await(process, 60);
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
