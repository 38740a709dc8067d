package io.mnemolite.deployment.slot;

import io.mnemolite.deployment.root.FileWrites;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last commit of a live server's search index, as a folder of hard links. Lucene never changes a file it has written,
 * and deletes the {@code segments_N} of an old commit before the files it names: so the links are whole when
 * {@code segments_N} is still there after the last of them was made.
 */
public final class IndexCopy {

    private static final String SEGMENTS = "segments_";
    private static final int ATTEMPTS = 20;

    private IndexCopy() {}

    /**
     * Replaces {@code target} by a copy of {@code source}, each with a folder for each index.
     *
     * @return files linked; 0 when there is no index, which then starts anew
     */
    public static int make(Path source, Path target) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + ".new");
        FileWrites.deleteTree(temporary);
        Files.createDirectories(temporary);
        int files = 0;
        if (Files.isDirectory(source)) {
            try (DirectoryStream<Path> indexes = Files.newDirectoryStream(source, Files::isDirectory)) {
                for (Path index : indexes) {
                    files += copy(index, temporary.resolve(index.getFileName().toString()));
                }
            }
        }
        FileWrites.deleteTree(target);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        return files;
    }

    private static int copy(Path index, Path target) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FileWrites.deleteTree(target);
            Files.createDirectories(target);
            Optional<Path> commit = newestCommit(index);
            if (commit.isEmpty()) {
                return 0;
            }
            int files = link(index, target);
            Path copied = target.resolve(commit.get().getFileName().toString());
            try {
                // A copy: the folder of links must not share the one file that says which others count.
                Files.copy(commit.get(), copied);
            } catch (NoSuchFileException e) {
                continue;
            }
            if (Files.exists(commit.get())) {
                return files + 1;
            }
        }
        // The server commits faster than files can be linked. It will fill an empty index instead.
        FileWrites.deleteTree(target);
        return 0;
    }

    private static int link(Path index, Path target) throws IOException {
        int files = 0;
        for (Path file : list(index)) {
            String name = file.getFileName().toString();
            if (!name.startsWith("_")) {
                continue;
            }
            try {
                Files.createLink(target.resolve(name), file);
                files++;
            } catch (NoSuchFileException e) {
                // Merged away; if the commit needed it, the commit is gone as well.
            } catch (FileSystemException | UnsupportedOperationException e) {
                Files.copy(file, target.resolve(name));
                files++;
            }
        }
        return files;
    }

    private static Optional<Path> newestCommit(Path index) throws IOException {
        return list(index).stream()
                .filter(file -> file.getFileName().toString().startsWith(SEGMENTS))
                .max(Comparator.comparingLong(IndexCopy::generation));
    }

    private static long generation(Path file) {
        return Long.parseLong(file.getFileName().toString().substring(SEGMENTS.length()), Character.MAX_RADIX);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
