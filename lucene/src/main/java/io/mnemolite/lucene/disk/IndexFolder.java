package io.mnemolite.lucene.disk;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * A folder that one process uses at a time. The lock belongs to the operating system and ends with the process, so that
 * none is left behind by a kill.
 */
final class IndexFolder implements AutoCloseable {

    private static final String LOCK = "mnemolite.lock";

    private final Directory directory;
    private final Lock lock;

    private IndexFolder(Directory directory, Lock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** @throws MnemoliteException with {@link ErrorCode#CONFIGURATION} when the folder is in use or unusable */
    static IndexFolder open(Path path) {
        try {
            Files.createDirectories(path);
            Directory directory = FSDirectory.open(path);
            return new IndexFolder(directory, directory.obtainLock(LOCK));
        } catch (LockObtainFailedException e) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The index folder '" + path
                            + "' is in use by another process; stop that one or choose another folder.",
                    e);
        } catch (IOException e) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The index folder '" + path
                            + "' cannot be created or opened; make it a folder this process may write to.",
                    e);
        }
    }

    Directory directory() {
        return directory;
    }

    /** Deletes the index files, those that say which others count first; files of others stay. */
    void wipe() throws IOException {
        List<String> files = Arrays.stream(directory.listAll())
                .filter(IndexFolder::isOfIndex)
                .sorted(Comparator.comparing(name -> !name.startsWith(IndexFileNames.SEGMENTS)))
                .toList();
        for (String file : files) {
            directory.deleteFile(file);
        }
        directory.syncMetaData();
    }

    private static boolean isOfIndex(String file) {
        return file.startsWith(IndexFileNames.SEGMENTS)
                || file.startsWith(IndexFileNames.PENDING_SEGMENTS)
                || IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches();
    }

    long sizeInBytes() throws IOException {
        long size = 0;
        for (String file : directory.listAll()) {
            try {
                size += directory.fileLength(file);
            } catch (NoSuchFileException ignored) {
                // Merged away since it was listed.
            }
        }
        return size;
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            lock.close();
        }
    }
}
