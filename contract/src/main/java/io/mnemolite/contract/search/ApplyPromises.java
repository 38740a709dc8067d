package io.mnemolite.contract.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.search.IndexSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How states of events get into the index and out of it. */
public abstract class ApplyPromises extends IndexPromises {

    private final EventSample sample = EventSample.text("zebra").withVector("m", 1, 0, 0, 0);

    @Test
    void newIndex_isEmpty() {
        assertThat(countEvents()).isZero();
        assertThat(lexical("zebra")).isEmpty();
        assertThat(nearest(vector(1, 0, 0, 0))).isEmpty();
    }

    @Test
    void apply_isVisibleAtOnce() {
        apply(sample);

        assertThat(countEvents()).isEqualTo(1);
        assertThat(lexical("zebra")).containsExactly(sample.id());
        assertThat(nearest(vector(1, 0, 0, 0))).containsExactly(sample.id());
    }

    @Test
    void apply_twice_changesNothing() {
        apply(sample);
        apply(sample);

        assertThat(countEvents()).isEqualTo(1);
        assertThat(lexical("zebra")).containsExactly(sample.id());
        assertThat(nearest(vector(1, 0, 0, 0))).containsExactly(sample.id());
    }

    @Test
    void apply_ofALaterState_takesThePlaceOfTheEarlierOne() {
        apply(sample);
        apply(sample.withContent(Json.object("{text: 'giraffe'}"))
                .withVector("m", 0, 1, 0, 0)
                .revised());

        assertThat(countEvents()).isEqualTo(1);
        assertThat(lexical("zebra")).isEmpty();
        assertThat(lexical("giraffe")).containsExactly(sample.id());
        double distance = offered(snapshot -> snapshot.nearest(vector(0, 1, 0, 0), 1, EventFilter.ALL))
                .getFirst()
                .score();
        assertThat(distance).isZero();
    }

    @Test
    void apply_ofAnEarlierRevision_winsTooWhenItIsTheLastApplied() {
        apply(sample.withContent(Json.object("{text: 'giraffe'}")).revised());
        apply(sample);

        assertThat(lexical("giraffe")).isEmpty();
        assertThat(lexical("zebra")).containsExactly(sample.id());
    }

    @Test
    void apply_ofAStateWithoutVector_removesTheVector() {
        apply(sample);
        apply(sample.withoutVector());

        assertThat(nearest(vector(1, 0, 0, 0))).isEmpty();
        assertThat(counted(snapshot -> snapshot.countVectors(EventFilter.ALL))).isZero();
        assertThat(lexical("zebra")).containsExactly(sample.id());
    }

    @Test
    void apply_ofAStateWithVector_addsTheVector() {
        apply(sample.withoutVector());
        apply(sample);

        assertThat(nearest(vector(1, 0, 0, 0))).containsExactly(sample.id());
    }

    @Test
    void apply_ofGoneIds_removesThem() {
        EventSample other = EventSample.text("zebra too").withVector("m", 1, 0, 0, 0);
        apply(sample, other);

        remove(sample.id());

        assertThat(countEvents()).isEqualTo(1);
        assertThat(lexical("zebra")).containsExactly(other.id());
        assertThat(nearest(vector(1, 0, 0, 0))).containsExactly(other.id());
    }

    @Test
    void apply_ofGoneIdsThatAreUnknown_changesNothing() {
        apply(sample);

        remove(EventId.next());
        remove(EventId.next(), EventId.next());

        assertThat(countEvents()).isEqualTo(1);
    }

    @Test
    void apply_ofPresentAndGoneAtOnce_doesBoth() {
        EventSample other = EventSample.text("giraffe");
        apply(sample);

        index().apply(events(other), List.of(sample.id()));

        assertThat(lexical("zebra giraffe")).containsExactly(other.id());
    }

    @Test
    void apply_afterRemoval_bringsTheEventBack() {
        apply(sample);
        remove(sample.id());
        apply(sample);

        assertThat(countEvents()).isEqualTo(1);
        assertThat(nearest(vector(1, 0, 0, 0))).containsExactly(sample.id());
    }

    @Test
    void apply_ofNothing_changesNothing() {
        apply(sample);
        index().apply(List.of(), List.of());

        assertThat(countEvents()).isEqualTo(1);
    }

    @Test
    void apply_ofManyAtOnce_countsEach() {
        List<Event> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(EventSample.text("number " + i).event());
        }

        index().apply(many, List.of());
        index().apply(many.subList(100, 300), List.of());

        assertThat(countEvents()).isEqualTo(500);
    }

    @Test
    void absent_givesThoseOfTheIdsThatAreNotHeld() {
        EventId unknown = EventId.next();
        EventSample removed = EventSample.text("giraffe");
        apply(sample, removed);
        remove(removed.id());

        assertThat(this.<Set<EventId>>view(
                        snapshot -> snapshot.absent(List.of(unknown, sample.id(), removed.id(), unknown))))
                .containsExactlyInAnyOrder(unknown, removed.id());
        assertThat(this.<Set<EventId>>view(snapshot -> snapshot.absent(List.of(sample.id()))))
                .isEmpty();
        assertThat(this.<Set<EventId>>view(snapshot -> snapshot.absent(List.of())))
                .isEmpty();
    }

    @Test
    void clear_removesEverything() {
        apply(sample, EventSample.text("giraffe"));

        index().clear();

        assertThat(countEvents()).isZero();
        assertThat(lexical("zebra giraffe")).isEmpty();
        assertThat(nearest(vector(1, 0, 0, 0))).isEmpty();
    }

    @Test
    void clear_leavesAnIndexThatWorks() {
        apply(sample);
        index().clear();
        apply(sample);

        assertThat(counted(IndexSnapshot::countEvents)).isEqualTo(1);
        assertThat(lexical("zebra")).containsExactly(sample.id());
    }
}
