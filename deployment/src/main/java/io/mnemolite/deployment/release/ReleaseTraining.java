package io.mnemolite.deployment.release;

import io.mnemolite.deployment.slot.Pause;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The JDK's cache of loaded classes, which halves each start of a release, also that of a rollback. It lies in the
 * release's folder, for both slots. Without it a start is slower and nothing else, so no failure here ends a deployment.
 */
public final class ReleaseTraining {

    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private ReleaseTraining() {}

    /**
     * Makes the cache at a low priority, unless it is there.
     *
     * @param stop ends it early
     * @return why there is none in the end; empty when there is
     */
    public static String run(Path launcher, BooleanSupplier stop) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.addAll(List.of(launcher.toString(), "--home", String.valueOf(launcher.getParent()), "train"));
        try {
            Path output = Files.createTempFile("mnemolite-training", ".log");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                return end(process, stop, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return "none was made (" + e + ")";
        }
    }

    private static String end(Process process, BooleanSupplier stop, Path output) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (process.isAlive()) {
            if (stop.getAsBoolean() || System.nanoTime() > end) {
                // The launcher itself is left to tidy up.
                process.descendants().forEach(ProcessHandle::destroy);
                return "none was made in time";
            }
            Pause.of(INTERVAL);
        }
        return process.exitValue() == 0
                ? ""
                : "none was made (exit code " + process.exitValue() + "): "
                        + Files.readString(output, StandardCharsets.UTF_8).strip();
    }
}
