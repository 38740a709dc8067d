package io.mnemolite.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.MadeVector;
import io.mnemolite.core.event.NewEvent;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes bump what they touch, whatever becomes of them. */
class CoherentEventsTest {

    /** Fixed, since random ones would share a counter now and then. */
    private static final EventId ID = EventSample.id(1);

    private static final EventId OTHER = EventSample.id(2);
    private static final NewEvent NEW = new NewEvent(VersionedEvents.NOTHING, VersionedEvents.NOTHING, null, null);

    private final Epochs epochs = new Epochs();
    private final EpochNote event = epochs.note(List.of(new Tag.OneEvent(ID)));
    private final EpochNote all = epochs.note(List.of(new Tag.AllEvents()));

    private boolean isOutdated(EpochNote note) {
        return epochs.current(note) != note.sum();
    }

    static Stream<Arguments> writesOfTheEvent() {
        EventDraft draft =
                new EventDraft(ID, Instant.EPOCH, VersionedEvents.NOTHING, VersionedEvents.NOTHING, null, false);
        return Stream.of(
                write("mergeMetadata", e -> e.mergeMetadata(ID, VersionedEvents.NOTHING, OptionalLong.empty())),
                write(
                        "replace",
                        e -> e.replace(ID, VersionedEvents.NOTHING, VersionedEvents.NOTHING, OptionalLong.empty())),
                write("delete", e -> e.delete(ID)),
                write("deleteMatching", e -> e.deleteMatching(EventFilter.ALL, false)),
                write("importAll", e -> e.importAll(List.of(draft))),
                write("clearModelVectors", Events::clearModelVectors),
                write("fillVectors", e -> e.fillVectors(List.of(new MadeVector(ID, 1, null)))));
    }

    static Stream<Arguments> creations() {
        return Stream.of(
                write("create", e -> e.create(NEW, null)), write("createAll", e -> e.createAll(List.of(NEW), null)));
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                write("find", e -> e.find(ID)),
                write("list", e -> e.list(EventFilter.ALL, null, 10)),
                write("scan", e -> e.scan(null, 10)),
                write("deleteMatching, dry", e -> e.deleteMatching(EventFilter.ALL, true)));
    }

    private static Arguments write(String name, Consumer<Events> call) {
        return Arguments.of(name, call);
    }

    private void callBroken(Consumer<Events> call) {
        assertThatThrownBy(() -> call.accept(new CoherentEvents(new BrokenEvents(), epochs)))
                .isInstanceOf(MnemoliteException.class)
                .hasMessage("The connection broke.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writesOfTheEvent")
    void write_failed_bumpsTheEventAndAllEvents(String name, Consumer<Events> write) {
        callBroken(write);
        assertThat(isOutdated(event)).isTrue();
        assertThat(isOutdated(all)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("creations")
    void creation_failed_bumpsAllEvents(String name, Consumer<Events> creation) {
        callBroken(creation);
        assertThat(isOutdated(all)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void read_bumpsNothing(String name, Consumer<Events> read) {
        callBroken(read);
        assertThat(isOutdated(event)).isFalse();
        assertThat(isOutdated(all)).isFalse();
    }

    @Test
    void fillVectors_leavesOtherEventsCached() {
        EpochNote other = epochs.note(List.of(new Tag.OneEvent(OTHER)));
        callBroken(e -> e.fillVectors(List.of(new MadeVector(ID, 1, null))));
        assertThat(isOutdated(event)).isTrue();
        assertThat(isOutdated(other)).isFalse();
    }

    @Test
    void fillVectors_ofNothing_bumpsNothing() {
        callBroken(e -> e.fillVectors(List.of()));
        assertThat(isOutdated(all)).isFalse();
    }

    @Test
    void write_bumpsAfterItsCommit() {
        VersionedStore store = new VersionedStore(1, new Disturbance(1));
        EpochNote note = epochs.note(List.of(new Tag.OneEvent(store.id(0))));
        new CoherentEvents(new VersionedEvents(store), epochs)
                .mergeMetadata(store.id(0), VersionedEvents.NOTHING, OptionalLong.empty());
        assertThat(isOutdated(note)).isTrue();
        assertThat(isOutdated(all)).isTrue();
    }
}
