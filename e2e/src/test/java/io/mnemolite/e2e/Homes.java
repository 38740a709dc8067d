package io.mnemolite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a server keeps in its home directory, seen from outside. */
final class Homes {

    private Homes() {}

    /** The process of the PostgreSQL that serves this home. */
    static long postgresPid(Path home) {
        String file = read(home.resolve("postgres/data/postmaster.pid"));
        return Long.parseLong(file.lines().findFirst().orElseThrow().strip());
    }

    /** The file's text, empty when there is none. */
    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below the directory but locks, with a hash of its bytes. */
    static Map<String, Integer> contents(Path directory) {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".lock")) {
                    contents.put(directory.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
