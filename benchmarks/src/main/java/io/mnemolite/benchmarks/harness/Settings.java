package io.mnemolite.benchmarks.harness;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a run measures.
 *
 * @param project the folder of the root pom
 * @param work where homes and logs of the measured servers lie
 * @param report the Markdown file whose sections are replaced
 * @param events how many events the index holds before it is measured
 * @param isLong whether the durations are those of the issue, else a fraction of them
 */
public record Settings(Path project, Path work, Path report, int events, boolean isLong) {

    /** The flags of every measured process, those of the launcher. */
    public static List<String> serverFlags() {
        String shared = System.getProperty("mnemolite.jvm.flags", "");
        return Stream.concat(
                        Arrays.stream(shared.split(" ")).filter(flag -> !flag.isEmpty()),
                        Stream.of("-XX:+UseG1GC", "-Xmx512m"))
                .toList();
    }

    /** The first in quick mode, the second in long mode. */
    public int pick(int quick, int thorough) {
        return isLong ? thorough : quick;
    }

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
