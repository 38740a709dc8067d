package io.mnemolite.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.search.RankedCandidates.Ranked;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The index lets more events pass than the filter means, and the store says which of them count. */
class LexicalChannelTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectNode WANTED = JSON.objectNode().put("project", "wanted");

    private final InMemoryEventStore store = new InMemoryEventStore();
    private final LexicalChannel channel = new LexicalChannel(new MetadataCheck(store));
    private final LineSnapshot snapshot = new LineSnapshot(5_000);

    /** Of the 5,000 events, the filter means those from one place of the ranking to before another. */
    private List<EventId> want(int from, int to) {
        List<EventId> wanted = snapshot.ids().subList(from, to);
        store.insert(wanted.stream()
                .map(id -> new EventDraft(id, Instant.EPOCH, JSON.objectNode(), WANTED, null, false))
                .toList());
        return wanted;
    }

    private RankedCandidates rank(int limit, int offset) {
        EventQuery query = new EventQuery(
                "words",
                null,
                SearchMode.LEXICAL,
                EventFilter.byMetadata(WANTED),
                limit,
                offset,
                EventQuery.NO_THRESHOLD,
                false);
        return channel.rank("words", query, snapshot);
    }

    private static List<EventId> ids(RankedCandidates candidates) {
        return candidates.page().stream().map(Ranked::id).toList();
    }

    @Test
    void rank_whenMostOfferedDoNotCount_asksForMoreUntilThePageIsFull() {
        List<EventId> wanted = want(3_000, 3_020);

        RankedCandidates first = rank(10, 0);

        assertThat(ids(first)).isEqualTo(wanted.subList(0, 10));
        assertThat(snapshot.asked).containsExactly(1_000, 4_000);
        assertThat(first.page().getFirst().explanation().lexicalRank()).isEqualTo(1);
    }

    @Test
    void rank_ofThePageBehindTheLast_asksForAllAndCountsExactly() {
        want(3_000, 3_020);

        RankedCandidates past = rank(10, 20);

        assertThat(ids(past)).isEmpty();
        assertThat(snapshot.asked).containsExactly(1_000, 4_000, 5_000);
        assertThat(past.total()).isEqualTo(20);
        assertThat(past.relation()).isEqualTo(TotalRelation.EQUAL);
    }

    @Test
    void rank_thatDidNotLookAtAll_countsAtLeast() {
        want(0, 20);

        RankedCandidates first = rank(10, 0);

        assertThat(snapshot.asked).containsExactly(1_000);
        assertThat(first.total()).isEqualTo(LexicalChannel.COUNTED + 1);
        assertThat(first.relation()).isEqualTo(TotalRelation.AT_LEAST);
    }

    @Test
    void rank_ofAPageFarBehind_countsAtLeastTheNext() {
        want(0, 5_000);

        RankedCandidates far = rank(10, 2_000);

        assertThat(ids(far)).isEqualTo(snapshot.ids().subList(2_000, 2_010));
        assertThat(far.total()).isEqualTo(2_011);
        assertThat(far.relation()).isEqualTo(TotalRelation.AT_LEAST);
    }
}
