package io.mnemolite.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.event.EventId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EpochsTest {

    private final Epochs epochs = new Epochs();

    private boolean isCurrent(EpochNote note) {
        return epochs.current(note) == note.sum();
    }

    @Test
    void changed_touchesTheEventsAndAllEvents() {
        EventId id = EventId.next();
        EpochNote event = epochs.note(List.of(new Tag.OneEvent(id)));
        EpochNote all = epochs.note(List.of(new Tag.AllEvents()));
        EpochNote graphs = epochs.note(List.of(new Tag.MemoryGraph()));
        epochs.changed(List.of(id));
        assertThat(isCurrent(event)).isFalse();
        assertThat(isCurrent(all)).isFalse();
        assertThat(isCurrent(graphs)).isTrue();
    }

    @Test
    void changed_nothing_touchesNothing() {
        EpochNote all = epochs.note(List.of(new Tag.AllEvents()));
        epochs.changed(List.of());
        assertThat(isCurrent(all)).isTrue();
        assertThat(epochs.bumpsOfAllEvents()).isZero();
    }

    @Test
    void changed_touchesFewOtherEvents() {
        List<EpochNote> others = Stream.generate(EventId::next)
                .limit(1_000)
                .map(id -> epochs.note(List.of(new Tag.OneEvent(id))))
                .toList();
        epochs.changed(Stream.generate(EventId::next).limit(100).toList());
        // 100 of 16,384 places: 6 of the 1,000 by expectation; ids made one after the other must not crowd together.
        assertThat(others.stream().filter(note -> !isCurrent(note)).count()).isLessThan(40);
    }

    @Test
    void allEventsChanged_touchesNoEvent() {
        EpochNote event = epochs.note(List.of(new Tag.OneEvent(EventId.next())));
        epochs.allEventsChanged();
        assertThat(isCurrent(event)).isTrue();
    }

    @Test
    void note_ofSeveralTags_isOutdatedByAnyOfThem() {
        EventId first = EventId.next();
        EventId second = EventId.next();
        List<Tag> tags = List.of(new Tag.OneEvent(first), new Tag.OneEvent(second), new Tag.MemoryGraph());
        EpochNote note = epochs.note(tags);
        epochs.changed(List.of(second));
        assertThat(isCurrent(note)).isFalse();
        assertThat(isCurrent(epochs.note(tags))).isTrue();
    }

    @Test
    void everythingChanged_touchesEveryTag() {
        EpochNote event = epochs.note(List.of(new Tag.OneEvent(EventId.next())));
        EpochNote graphs = epochs.note(List.of(new Tag.MemoryGraph()));
        epochs.everythingChanged();
        assertThat(isCurrent(event)).isFalse();
        assertThat(isCurrent(graphs)).isFalse();
        assertThat(epochs.bumpsOfEvents()).isEqualTo(1);
        assertThat(epochs.bumpsOfAllEvents()).isEqualTo(1);
        assertThat(epochs.bumpsOfGraphs()).isEqualTo(1);
    }
}
