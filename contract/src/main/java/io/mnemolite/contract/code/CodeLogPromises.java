package io.mnemolite.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.Eventually;
import io.mnemolite.core.change.Change;
import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.core.code.store.TextVector;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store of code writes to its change log. */
public abstract class CodeLogPromises extends CodeStorePromises {

    private static final CodeSample ONE = CodeSample.of("one.py", "def a(): pass");
    private static final CodeSample TWO = CodeSample.of("two.py", "def b(): pass");

    protected abstract ChangeLog<CodeFileId> log();

    @Test
    void everyWrite_logsOneChangePerFile() {
        IndexPosition start = log().horizon();
        write(ONE, TWO);
        write(ONE);
        store().keepVectors(
                        MODEL,
                        List.of(new TextVector(TWO.draft().chunks().getFirst().textHash(), null)));
        store().removeFiles("r", List.of("one.py", "unknown.py"));
        store().write("r", CodeSample.NOW, List.of(), List.of(new FileProblem("two.py", "It is no text.")));
        store().removeRepository("r");

        List<Change<CodeFileId>> changes = Eventually.get(() -> log().after(start, 100), seen -> seen.size() >= 6);

        assertThat(changes).hasSize(6);
        assertThat(changes.subList(0, 2).stream().map(Change::id)).containsExactlyInAnyOrderElementsOf(ids(ONE, TWO));
        assertThat(changes.subList(2, 6).stream().map(Change::id)).containsExactlyElementsOf(ids(ONE, TWO, ONE, TWO));
        assertThat(changes.stream().map(Change::revision)).containsExactly(1L, 1L, 2L, 1L, 2L, 1L);
        assertThat(changes.stream().map(Change::vectorRevision)).containsExactly(0L, 0L, 0L, 1L, 0L, 1L);
        assertThat(changes.stream().map(Change::deleted)).containsExactly(false, false, false, false, true, true);
    }

    @Test
    void positions_coverWhatComes() {
        IndexPosition start = log().horizon();
        write(ONE);

        assertThat(log().covers(start)).isTrue();
        Change<CodeFileId> change = Eventually.get(() -> log().after(start, 10), seen -> !seen.isEmpty())
                .getFirst();
        IndexPosition position = new IndexPosition(start.store(), change.xid(), change.seq());
        assertThat(log().covers(position)).isTrue();
        assertThat(log().after(position, 10)).isEmpty();
    }
}
