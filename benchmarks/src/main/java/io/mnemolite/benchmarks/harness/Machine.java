package io.mnemolite.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What a figure depends on beside the code. */
public final class Machine {

    private Machine() {}

    /** One line, as things stand now. */
    public static String facts(Settings settings) {
        return String.format(
                Locale.ROOT,
                "%s, revision %s, %s; %d cores (%s), %.1f GB memory, JDK %s, Linux %s; load before the start %s.",
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                output(settings.project(), "git", "rev-parse", "--short", "HEAD"),
                settings.isLong() ? "long run" : "quick run",
                Runtime.getRuntime().availableProcessors(),
                field(Path.of("/proc/cpuinfo"), "model name"),
                number(field(Path.of("/proc/meminfo"), "MemTotal")) / 1e6,
                Runtime.version(),
                System.getProperty("os.version"),
                firstWord(read(Path.of("/proc/loadavg"))));
    }

    /** The value of the first line {@code name: value}, or {@code unknown}. */
    public static String field(Path file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown");
    }

    /** The number that {@code text} begins with. */
    public static long number(String text) {
        return Long.parseLong(firstWord(text));
    }

    private static String firstWord(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** What a program of the machine prints. */
    public static String output(Path directory, String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
