package io.mnemolite.cli.connect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A client's file: read whole, and replaced whole or not at all. */
final class ConfigurationFile {

    private final Path file;
    private final byte[] bytes;
    private final boolean exists;

    private ConfigurationFile(Path file, byte[] bytes, boolean exists) {
        this.file = file;
        this.bytes = bytes;
        this.exists = exists;
    }

    /** Reads the file that links lead to; a missing one is empty. */
    static ConfigurationFile read(Path path) throws IOException {
        Path file = target(path);
        return Files.exists(file)
                ? new ConfigurationFile(file, Files.readAllBytes(file), true)
                : new ConfigurationFile(file, new byte[0], false);
    }

    /** Where links lead, also when nothing is there yet. */
    private static Path target(Path path) throws IOException {
        Path file = path.toAbsolutePath();
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        return Files.isSymbolicLink(file) ? target(file.resolveSibling(Files.readSymbolicLink(file))) : file;
    }

    Path file() {
        return file;
    }

    String text() throws UnmergeableFile {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnmergeableFile("is not UTF-8");
        }
    }

    /**
     * Puts the text in the file's place; readers see the old file or the new one.
     *
     * @return what holds the old one; null when there was none
     */
    @Nullable
    Path replace(String text) throws IOException, UnmergeableFile {
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".mnemolite-", ".new");
        try {
            Files.writeString(fresh, text);
            Path backup = exists ? backup(fresh) : null;
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return backup;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path backup(Path fresh) throws IOException, UnmergeableFile {
        if (!Arrays.equals(bytes, Files.readAllBytes(file))) {
            throw new UnmergeableFile("was changed by somebody else this very moment");
        }
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null) {
            Files.setPosixFilePermissions(fresh, view.readAttributes().permissions());
        }
        Path backup = file.resolveSibling(file.getFileName() + ".bak");
        Files.copy(file, backup, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        return backup;
    }
}
