package io.mnemolite.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last lines that PostgreSQL wrote into any of its logs. */
final class LogTail {

    private static final int LINES = 5;

    private LogTail() {}

    static String of(Path logDirectory) throws IOException {
        try (Stream<Path> files = Files.list(logDirectory)) {
            return files.filter(file ->
                            file.toString().endsWith(".log") && file.toFile().length() > 0)
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .map(LogTail::lastLines)
                    .orElse("none");
        }
    }

    private static String lastLines(Path file) {
        try {
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream().skip(Math.max(0, lines.size() - LINES)).collect(Collectors.joining(" | "));
        } catch (IOException unreadable) {
            return file + " cannot be read";
        }
    }
}
