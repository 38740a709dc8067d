package io.mnemolite.contract.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.search.IndexCandidate;
import org.junit.jupiter.api.Test;

/** What is found again after the index was closed and opened. */
public abstract class DurabilityPromises extends IndexPromises {

    private static final IndexPosition FIRST = new IndexPosition("7412/1/generation é/model (4 dimensions)", 17, 4);
    private static final IndexPosition SECOND = new IndexPosition(FIRST.store(), Long.MAX_VALUE, Long.MAX_VALUE);

    private final EventSample committed = EventSample.text("zebra").withVector("m", 0.5f, 0, 0, 0);
    private final EventSample later = EventSample.text("giraffe").withVector("m", 0, 1, 0, 0);

    @Test
    void newIndex_hasNoPosition() {
        assertThat(index().committedPosition()).isEmpty();
        assertThat(index().sizeInBytes()).isNotNegative();
        assertThat(index().documents()).isZero();
    }

    @Test
    void commit_isFoundAgainWithItsPosition() {
        apply(committed);
        assertThat(index().documents()).isOne();
        index().commit(FIRST);

        assertThat(index().committedPosition()).contains(FIRST);
        reopenIndex();
        assertThat(index().documents()).isOne();

        assertThat(index().committedPosition()).contains(FIRST);
        assertThat(lexical("zebra")).containsExactly(committed.id());
        assertThat(offered(snapshot -> snapshot.nearest(vector(1, 0, 0, 0), 10, EventFilter.ALL)))
                .containsExactly(new IndexCandidate(committed.id(), 0.5));
    }

    @Test
    void commit_withoutChanges_movesThePosition() {
        apply(committed);
        index().commit(FIRST);
        index().commit(SECOND);
        reopenIndex();

        assertThat(index().committedPosition()).contains(SECOND);
        assertThat(countEvents()).isEqualTo(1);
    }

    @Test
    void commit_ofAnEmptyIndex_keepsThePosition() {
        index().commit(FIRST);
        reopenIndex();

        assertThat(index().committedPosition()).contains(FIRST);
        assertThat(countEvents()).isZero();
    }

    @Test
    void close_doesNotCommit() {
        apply(committed);
        index().commit(FIRST);
        apply(later);
        remove(committed.id());
        reopenIndex();

        assertThat(index().committedPosition()).contains(FIRST);
        assertThat(lexical("zebra giraffe")).containsExactly(committed.id());
    }

    @Test
    void close_ofAnIndexNeverCommitted_leavesNothing() {
        apply(committed);
        reopenIndex();

        assertThat(index().committedPosition()).isEmpty();
        assertThat(countEvents()).isZero();
    }

    @Test
    void removals_areCommittedToo() {
        apply(committed, later);
        index().commit(FIRST);
        remove(committed.id());
        index().commit(SECOND);
        reopenIndex();

        assertThat(lexical("zebra giraffe")).containsExactly(later.id());
    }

    @Test
    void clear_forgetsThePosition() {
        apply(committed);
        index().commit(FIRST);

        index().clear();

        assertThat(index().committedPosition()).isEmpty();
        reopenIndex();
        assertThat(index().committedPosition()).isEmpty();
    }

    @Test
    void commit_afterClear_holdsOnlyWhatCameSince() {
        apply(committed);
        index().commit(FIRST);
        index().clear();
        apply(later);
        index().commit(SECOND);
        reopenIndex();

        assertThat(index().committedPosition()).contains(SECOND);
        assertThat(lexical("zebra giraffe")).containsExactly(later.id());
        assertThat(countEvents()).isEqualTo(1);
    }

    @Test
    void reopenedIndex_takesFurtherChanges() {
        apply(committed);
        index().commit(FIRST);
        reopenIndex();

        apply(committed.withVector("m", 0.25f, 0, 0, 0), later);

        assertThat(countEvents()).isEqualTo(2);
        assertThat(nearest(vector(1, 0, 0, 0))).containsExactly(committed.id(), later.id());
        index().commit(SECOND);
        reopenIndex();
        assertThat(countEvents()).isEqualTo(2);
    }
}
