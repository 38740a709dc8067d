package io.mnemolite.load.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The home of a server that was filled and stopped, kept so that several servers begin with the same data. */
public final class FilledHome {

    private final Path home;
    private final Path kept;

    private FilledHome(Path home, Path kept) {
        this.home = home;
        this.kept = kept;
    }

    /** Keeps the home in {@code work}, whose server is not running. */
    public static FilledHome keep(Path work) {
        FilledHome filled = new FilledHome(OwnServer.home(work), work.resolve("filled-home"));
        replace(filled.home, filled.kept);
        return filled;
    }

    /** Puts the home back as it was kept. */
    public void restore() {
        replace(kept, home);
    }

    private static void replace(Path from, Path to) {
        try {
            Folders.delete(to);
            try (Stream<Path> all = Files.walk(from)) {
                for (Path path : all.toList()) {
                    // PostgreSQL insists on its folders' permissions.
                    Files.copy(
                            path,
                            to.resolve(from.relativize(path)),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
