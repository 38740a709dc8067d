package io.mnemolite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a server makes once for its home and finds there at the next start: unpacked programs and libraries, and the cache of
 * loaded classes. All homes of a run share one, since each has but one start or two; {@code ReadmeTest} begins with nothing.
 */
final class KeptRuntime {

    private static final Path FOLDER = temporaryFolder();
    private static final Path CLASSES = FOLDER.resolve("aot").resolve("server.aot");

    private KeptRuntime() {}

    /** Puts it where the server of this home looks for it, unless there is one already. */
    static void giveTo(Path home) {
        try {
            Files.createDirectories(home);
            Files.createSymbolicLink(home.resolve("runtime"), FOLDER);
        } catch (FileAlreadyExistsException e) {
            // It has been started before, or is no directory at all, which is a test's own matter.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes it back, so that nobody who deletes the home meets it. */
    static void takeFrom(Path home) {
        Path link = home.resolve("runtime");
        try {
            if (Files.isSymbolicLink(link)) {
                Files.delete(link);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a server that runs for long make the cache beside its work. */
    static List<String> makingClasses() {
        return List.of("-Dmnemolite.aot-cache=" + CLASSES);
    }

    /** Lets a server use the cache, once it is made. */
    static List<String> usingClasses() {
        return Files.exists(CLASSES) ? List.of("-XX:AOTCache=" + CLASSES) : List.of();
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("mnemolite-runtime");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    Homes.delete(folder);
                } catch (IOException e) {
                    // A server that still ends holds a file; the system cleans its folder of temporary files.
                }
            }));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
