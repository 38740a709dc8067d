package io.mnemolite.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.search.IndexSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in the folder, the index opens: with what was committed, or empty. */
class OpeningTest {

    private static final int DIMENSION = 3;
    private static final IndexPosition POSITION = new IndexPosition("store", 7, 8);

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void commitTwoSegments() {
        folder = parent.resolve("not/there/yet");
        try (LuceneEventIndex index = open()) {
            index.apply(events(300), List.of());
            index.commit(POSITION);
            index.apply(events(20), List.of());
            index.commit(POSITION);
        }
    }

    @Test
    void whole_isFoundAsCommitted() {
        assertHolds(320);
    }

    @Test
    void anyFileShortened_opensEmpty() throws IOException {
        assertEveryDamageOpensEmpty(file -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
        });
    }

    @Test
    void anyFileMissing_opensEmpty() throws IOException {
        assertEveryDamageOpensEmpty(Files::delete);
    }

    @Test
    void anyByteChanged_opensEmpty() throws IOException {
        assertEveryDamageOpensEmpty(file -> {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x10;
            Files.write(file, bytes);
        });
    }

    @Test
    void filesThatAreNoIndex_areLeftAlone() throws IOException {
        for (Path file : indexFiles()) {
            Files.writeString(file, "nonsense");
        }
        Files.writeString(folder.resolve("README"), "mine");

        assertHolds(0);

        assertThat(folder.resolve("README")).hasContent("mine");
    }

    @Test
    void anotherDimension_opensEmpty() {
        try (LuceneEventIndex index = LuceneEventIndex.open(folder, DIMENSION + 1)) {
            assertThat(index.committedPosition()).isEmpty();
            index.apply(
                    List.of(EventSample.text("wide").withVector("m", 1, 2, 3, 4).event()), List.of());
            index.commit(POSITION);
        }
        assertHolds(0);
    }

    @Test
    void ramBuffer_full_isWrittenToTheFolder() {
        float[] numbers = new float[4096];
        List<Event> eightMegabytes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            numbers[i] = 1;
            eightMegabytes.add(EventSample.text("wide").withVector("m", numbers).event());
        }
        for (long megabytes : new long[] {4, 64}) {
            Path other = parent.resolve("buffer-" + megabytes);
            try (LuceneEventIndex index = LuceneEventIndex.open(other, numbers.length, megabytes << 20)) {
                index.apply(eightMegabytes, List.of());

                assertThat(index.sizeInBytes() > 1_000_000).isEqualTo(megabytes == 4);
            }
        }
    }

    @Test
    void theHighestDimension_isIndexed() {
        float[] numbers = new float[4096];
        try (LuceneEventIndex index = LuceneEventIndex.open(folder, numbers.length)) {
            index.apply(
                    List.of(EventSample.text("wide").withVector("m", numbers).event()), List.of());
            try (IndexSnapshot snapshot = index.snapshot()) {
                assertThat(snapshot.countVectors(EventFilter.ALL)).isEqualTo(1);
            }
        }
    }

    @Test
    void locksLeftByAProcessThatIsGone_areNoObstacle() throws IOException {
        assertThat(folder.resolve("mnemolite.lock")).exists();
        Files.writeString(folder.resolve("write.lock"), "");

        assertHolds(320);
    }

    @Test
    void theSameFolderTwice_isRefusedWithAReason() {
        try (LuceneEventIndex index = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(
                            MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                    .hasMessage("The index folder '" + folder
                            + "' is in use by another process; stop that one or choose another folder.");
            assertThat(index.committedPosition()).contains(POSITION);
        }
        assertHolds(320);
    }

    @Test
    void aFileInPlaceOfTheFolder_isRefusedWithAReason() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "mine");

        assertThatThrownBy(() -> LuceneEventIndex.open(file, DIMENSION))
                .isInstanceOf(MnemoliteException.class)
                .hasMessage("The index folder '" + file
                        + "' cannot be created or opened; make it a folder this process may write to.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void closedTwice_isClosed() {
        LuceneEventIndex index = open();
        IndexSnapshot snapshot = index.snapshot();

        index.close();
        index.close();

        assertThat(snapshot.countEvents()).isEqualTo(320);
        snapshot.close();
        snapshot.close();
        assertThatThrownBy(index::snapshot).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(index::clear).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatAKilledProcessLeaves_isTheLastCommit() throws IOException {
        Path killed = parent.resolve("killed");
        try (LuceneEventIndex index = open()) {
            index.apply(events(500), List.of());
            index.snapshot().close();
            copy(folder, killed);
        }
        folder = killed;
        assertHolds(320);
    }

    @Test
    void clear_bringsBackAnIndexWhoseWriterFailed() throws IOException {
        try (LuceneEventIndex index = open()) {
            Files.delete(folder.resolve("write.lock"));
            assertThatThrownBy(() -> index.apply(events(1), List.of())).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> index.commit(POSITION)).isInstanceOf(RuntimeException.class);

            index.clear();

            assertThat(index.committedPosition()).isEmpty();
            index.apply(events(5), List.of());
            index.commit(POSITION);
        }
        assertHolds(5);
    }

    private interface Damage {
        void to(Path file) throws IOException;
    }

    private void assertEveryDamageOpensEmpty(Damage damage) throws IOException {
        List<Path> names = indexFiles().stream().map(Path::getFileName).toList();
        Path intact = parent.resolve("intact");
        copy(folder, intact);
        for (Path name : names) {
            copy(intact, folder);
            damage.to(folder.resolve(name));
            assertHolds(0);
        }
        assertThat(names).hasSizeGreaterThan(3);
    }

    private void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : list(to, file -> true)) {
            Files.delete(file);
        }
        for (Path file : list(from, file -> true)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private List<Path> indexFiles() throws IOException {
        return list(folder, file -> !file.toString().endsWith(".lock"));
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted).sorted().toList();
        }
    }

    private LuceneEventIndex open() {
        return LuceneEventIndex.open(folder, DIMENSION);
    }

    /** Opens, counts, and sees that the index works: it takes an event and commits. */
    private void assertHolds(int events) {
        try (LuceneEventIndex index = open()) {
            assertThat(index.committedPosition().isPresent()).isEqualTo(events > 0);
            index.apply(events(1), List.of());
            try (IndexSnapshot snapshot = index.snapshot()) {
                assertThat(snapshot.countEvents()).isEqualTo(events + 1);
                assertThat(snapshot.countLexical("zebra", 1_000, EventFilter.ALL))
                        .isEqualTo(events + 1);
            }
            index.commit(POSITION);
        }
    }

    private static List<Event> events(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(EventSample.text("zebra " + i).withVector("m", i, 1, 0).event());
        }
        return events;
    }
}
