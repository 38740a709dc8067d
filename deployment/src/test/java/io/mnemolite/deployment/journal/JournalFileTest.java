package io.mnemolite.deployment.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.plan.Entry.State;
import io.mnemolite.deployment.plan.Mode;
import io.mnemolite.deployment.plan.Note;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {

    private static final Entry FIRST = new Entry(
            Instant.parse("2026-01-31T12:00:00.123456Z"),
            new Deployment("a", Mode.APPLY, "1.0.0", Slot.BLUE, null),
            Step.UNPACK,
            State.STARTED,
            "");
    private static final Entry SECOND = new Entry(
            Instant.parse("2026-01-31T12:00:01Z"),
            new Deployment("b", Mode.ROLLBACK, "0.9", Slot.GREEN, new Serving("1.0.0", Slot.BLUE)),
            Step.SWITCH,
            State.FAILED,
            "It says \"no\".\nTwice, \u00e4h.");

    @TempDir
    Path directory;

    private Path file;
    private JournalFile journal;

    @BeforeEach
    void open() {
        file = directory.resolve("journal.jsonl");
        journal = new JournalFile(file);
    }

    @Test
    void read_noFile_isEmpty() {
        assertThat(journal.read()).isEmpty();
    }

    @Test
    void read_appendedEntries_areTheSameInTheirOrder() throws IOException {
        journal.append(FIRST);
        journal.append(SECOND);

        assertThat(new JournalFile(file).read()).containsExactly(FIRST, SECOND);
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void read_lineThatAKillCutAnywhere_isPassedOverAndReplaced() throws IOException {
        journal.append(FIRST);
        journal.append(SECOND);
        byte[] whole = Files.readAllBytes(file);
        int first = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length = first; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(journal.read()).containsExactly(FIRST);

            journal.append(SECOND);

            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
    }

    @Test
    void append_note_isALineThatNoDeploymentIsReadFrom() throws IOException {
        journal.append(FIRST);
        journal.append(new Note(
                Instant.parse("2026-01-31T12:00:02Z"),
                "c",
                Note.Kind.BENCHMARK,
                "1.1.0",
                State.DONE,
                "It is as fast."));

        assertThat(journal.read()).containsExactly(FIRST);
        assertThat(Files.readAllLines(file).getLast())
                .isEqualTo("{\"at\":\"2026-01-31T12:00:02Z\",\"deployment\":\"c\",\"mode\":\"benchmark\","
                        + "\"release\":\"1.1.0\",\"state\":\"done\",\"detail\":\"It is as fast.\"}");
    }

    /** A release after this one may note what this one does not know. */
    @Test
    void read_lineOfAnUnknownMode_isPassedOver() throws IOException {
        journal.append(FIRST);
        Files.writeString(file, "{\"mode\":\"rehearse\",\"state\":\"imagined\"}\n", StandardOpenOption.APPEND);
        journal.append(SECOND);

        assertThat(journal.read()).containsExactly(FIRST, SECOND);
    }

    @Test
    void read_foreignLine_isNamed() throws IOException {
        journal.append(FIRST);
        Files.writeString(file, "{\"mode\":\"apply\",\"step\":\"dance\"}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(journal::read)
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageContaining("Line 2 of the journal " + file);
    }

    @Test
    void read_lineThatIsNoJson_isNamedWithWhatToDo() throws IOException {
        journal.append(FIRST);
        Files.writeString(file, "{\"step\" dance}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(journal::read)
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("Line 2 of the journal " + file + " cannot be read (Unexpected character")
                .hasMessageEndingWith("It was written by another version, or edited; mend or remove that line.");
    }

    @Test
    void folderInItsPlace_isSaid() throws IOException {
        Files.createDirectory(file);

        assertThatThrownBy(journal::read).hasMessageContaining("The journal " + file + " cannot be read");
        assertThatThrownBy(() -> journal.append(FIRST))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageContaining("The journal " + file + " cannot be written");
    }
}
