package io.mnemolite.load.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a figure depends on beside the code, as things stand before a run. What the system does not tell is unknown. */
public final class Machine {

    private static final String UNKNOWN = "unknown";

    private Machine() {}

    /** Adds revision, processor, memory, JDK, system and load average to the facts of a run. */
    public static void describe(ObjectNode facts, Path project) {
        facts.put("revision", revision(project))
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("processor", field("/proc/cpuinfo", "model name"))
                .put("memory_gb", memory())
                .put("jdk", Runtime.version().toString())
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .put("load_before", read("/proc/loadavg").split(" ", 2)[0]);
    }

    private static String memory() {
        String[] total = field("/proc/meminfo", "MemTotal").split(" ", 2);
        return total[0].chars().allMatch(Character::isDigit)
                ? String.format(Locale.ROOT, "%.1f", Long.parseLong(total[0]) / 1e6)
                : UNKNOWN;
    }

    private static String revision(Path project) {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? output : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(String file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse(UNKNOWN);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
