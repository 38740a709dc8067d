package io.mnemolite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a server makes once for its home and finds there at the next start: unpacked programs and libraries, and the cache of
 * loaded classes. All homes of a run share one, since each has but one start or two.
 */
public final class KeptRuntime {

    private static final Path FOLDER = temporaryFolder();
    private static final Path CLASSES = FOLDER.resolve("aot").resolve("server.aot");
    private static final Duration LONGEST_TRAINING = Duration.ofMinutes(3);

    private static boolean isTrained;

    private KeptRuntime() {}

    /** Puts it where the server of this home looks for it, unless there is one already. */
    public static void giveTo(Path home) {
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
    public static void takeFrom(Path home) {
        Path link = home.resolve("runtime");
        try {
            if (Files.isSymbolicLink(link)) {
                Files.delete(link);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies in it. */
    static Path folder() {
        return FOLDER;
    }

    /** Options of the JVM with which a server finds its classes in the cache, which the first call makes in seconds. */
    static synchronized List<String> usingClasses() {
        if (!isTrained && !JvmFlags.haveAgent()) {
            train();
        }
        isTrained = true;
        return Files.exists(CLASSES) ? List.of("-XX:AOTCache=" + CLASSES) : List.of();
    }

    /** As the server does it in the background, see its {@code AotCache}. */
    private static void train() {
        Path home = FOLDER.resolve("training");
        Path output = FOLDER.resolve("training.log");
        try {
            Files.createDirectories(CLASSES.getParent());
            List<String> options = List.of("-XX:AOTCacheOutput=" + CLASSES);
            Process training = PackagedServer.launch(home, LocalServers.MOCK, options, output, "--train");
            Polling.until("the training ends", LONGEST_TRAINING, () -> !training.isAlive());
            if (training.exitValue() != 0 || !Files.exists(CLASSES)) {
                throw new AssertionError("No cache of classes was made:\n" + Homes.read(output));
            }
            takeFrom(home);
            Homes.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
