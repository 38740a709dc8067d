package io.mnemolite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
