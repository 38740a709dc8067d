package io.mnemolite.core.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.indexing.Verification.Check;
import io.mnemolite.core.indexing.Verification.Report;
import io.mnemolite.core.search.InMemoryEventIndex;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private final InMemoryEventStore store = new InMemoryEventStore();
    private final InMemoryEventIndex index = new InMemoryEventIndex(2);
    private final Verification verification = new Verification(store, index, () -> {});

    private Event stored() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return store.insert(List.of(new EventDraft(
                        EventId.next(), Instant.EPOCH, json.objectNode(), json.objectNode(), null, false)))
                .getFirst();
    }

    private void index(Event... events) {
        index.apply(List.of(events), List.of());
    }

    @Test
    void verify_ofAnIndexThatIsTheStore_isOk() {
        index(stored(), stored());

        Report report = verification.verify();

        assertThat(report.ok()).isTrue();
        assertThat(report.checks().getFirst())
                .isEqualTo(new Check("every stored event is in the index", true, "2 events read"));
    }

    @Test
    void with_checksThatFail_isNotOk() {
        Check good = new Check("good", true, "");
        Check bad = new Check("bad", false, "");
        Report report = verification.verify();

        assertThat(report.with(List.of(good)).ok()).isTrue();
        assertThat(report.with(List.of(good, bad)).ok()).isFalse();
        assertThat(report.with(List.of(good, bad)).checks()).hasSize(5).endsWith(good, bad);
    }

    @Test
    void verify_ofAnEventThatIsNotIndexed_namesItAndWhatToDo() {
        index(stored());
        Event missing = stored();

        Report report = verification.verify();

        assertThat(report.ok()).isFalse();
        assertThat(report.checks().getFirst())
                .isEqualTo(new Check(
                        "every stored event is in the index",
                        false,
                        "1 of 2 are missing, such as [" + missing.id() + "]; run mnemolite reindex"));
    }

    @Test
    void verify_ofAnEventThatIsNoLongerStored_saysThatTheIndexHoldsMore() {
        Event gone = stored();
        index(gone);
        store.delete(gone.id());

        Report report = verification.verify();

        assertThat(report.ok()).isFalse();
        assertThat(report.checks().getFirst().ok()).isTrue();
        assertThat(report.checks().get(1))
                .isEqualTo(new Check(
                        "the index holds nothing else",
                        false,
                        "1 events indexed, 0 stored; under constant writes run it again, else run mnemolite reindex"));
    }
}
