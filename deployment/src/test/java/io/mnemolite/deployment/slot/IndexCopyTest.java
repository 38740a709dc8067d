package io.mnemolite.deployment.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCopyTest {

    @TempDir
    Path directory;

    private Path events;
    private Path target;

    @BeforeEach
    void makeIndex() throws IOException {
        events = Files.createDirectories(directory.resolve("live/index/events"));
        target = directory.resolve("idle/index");
        Files.createDirectories(directory.resolve("idle"));
    }

    private static void commit(Path index, int number, String... files) throws IOException {
        for (String file : files) {
            Files.writeString(index.resolve(file), file);
        }
        // The newest commit names the files; the real format is of no concern to the copy.
        Path pending = Files.writeString(index.resolve("pending_segments_x"), String.join(" ", files));
        Files.move(pending, index.resolve("segments_" + Integer.toString(number, 36)), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void make_wholeIndex_linksFilesAndCopiesTheCommit() throws IOException {
        commit(events, 40, "_a.cfs", "_a.si");
        Files.writeString(events.resolve("mnemolite.lock"), "");

        assertThat(IndexCopy.make(directory.resolve("live/index"), target)).isEqualTo(3);

        Path copy = target.resolve("events");
        assertThat(names(copy)).containsExactly("_a.cfs", "_a.si", "segments_14");
        assertThat(inode(copy.resolve("_a.cfs"))).isEqualTo(inode(events.resolve("_a.cfs")));
        assertThat(inode(copy.resolve("segments_14"))).isNotEqualTo(inode(events.resolve("segments_14")));
    }

    @Test
    void make_severalCommits_takesTheNewestByItsNumber() throws IOException {
        commit(events, 35, "_a.cfs");
        commit(events, 36, "_b.cfs");

        IndexCopy.make(directory.resolve("live/index"), target);

        assertThat(names(target.resolve("events"))).containsExactly("_a.cfs", "_b.cfs", "segments_10");
    }

    @Test
    void make_noIndex_leavesAnEmptyFolder() throws IOException {
        Files.createDirectories(target.resolve("events"));
        Files.writeString(target.resolve("events/_old.cfs"), "");

        assertThat(IndexCopy.make(directory.resolve("nowhere"), target)).isZero();

        assertThat(names(target)).isEmpty();
    }

    @Test
    void make_indexWithoutACommit_copiesNothing() throws IOException {
        Files.writeString(events.resolve("_a.cfs"), "");
        Files.writeString(events.resolve("pending_segments_1"), "");

        assertThat(IndexCopy.make(directory.resolve("live/index"), target)).isZero();

        assertThat(names(target.resolve("events"))).isEmpty();
    }

    /** A link to nowhere is listed and cannot be read, as a commit that is deleted in between, each time anew. */
    @Test
    void make_commitsAreAlwaysGone_givesUpAndLeavesTheIndexToItsServer() throws IOException {
        commit(Files.createDirectories(directory.resolve("live/index/code")), 1, "_b.cfs");
        Files.writeString(events.resolve("_a.cfs"), "");
        Files.createSymbolicLink(events.resolve("segments_1"), directory.resolve("gone"));

        assertThat(IndexCopy.make(directory.resolve("live/index"), target)).isEqualTo(2);

        assertThat(names(target)).as("half an index is none").containsExactly("code");
    }

    /** Commits and deletes as Lucene does: first the old {@code segments_N}, then the files it named. */
    @Test
    void make_whileTheLiveServerCommits_isNeverWithoutAFileItNames() throws IOException {
        commit(events, 1, "_1.cfs", "_1.si");
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> {
            try {
                int number = 2;
                while (!Files.exists(directory.resolve("stop"))) {
                    commit(events, number, "_" + number + ".cfs", "_" + number + ".si");
                    Files.delete(events.resolve("segments_" + Integer.toString(number - 1, 36)));
                    Files.delete(events.resolve("_" + (number - 1) + ".cfs"));
                    Files.delete(events.resolve("_" + (number - 1) + ".si"));
                    Thread.onSpinWait();
                    number++;
                }
                return number;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        int whole = 0;
        for (int i = 0; i < 300; i++) {
            if (IndexCopy.make(directory.resolve("live/index"), target) > 0) {
                whole++;
                checkWhole(target.resolve("events"));
            }
        }
        Files.createFile(directory.resolve("stop"));
        System.out.println(whole + " of 300 copies while " + writer.join() + " commits were made");
        assertThat(IndexCopy.make(directory.resolve("live/index"), target)).isPositive();
        checkWhole(target.resolve("events"));
    }

    private static void checkWhole(Path index) throws IOException {
        String segments = names(index).stream()
                .filter(name -> name.startsWith("segments_"))
                .findFirst()
                .orElseThrow();
        assertThat(names(index))
                .contains(Files.readString(index.resolve(segments)).split(" ", -1));
    }

    private static Object inode(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino");
    }
}
