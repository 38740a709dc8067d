package io.mnemolite.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deleting events. */
public abstract class DeletionPromises extends StorePromises {

    private static final EventFilter ALPHA = EventFilter.byMetadata(Json.object("{project: 'alpha'}"));

    @Test
    void delete_removesTheEvent() {
        EventSample sample = EventSample.text("gone soon");
        EventSample other = EventSample.text("stays");
        insert(sample, other);

        assertThat(store().delete(sample.id())).isTrue();

        assertThat(store().find(sample.id())).isEmpty();
        assertThat(store().find(other.id())).isPresent();
    }

    @Test
    void delete_ofWhatIsGoneOrNeverWas_isFalse() {
        EventSample sample = EventSample.text("gone");
        insert(sample);
        store().delete(sample.id());

        assertThat(store().delete(sample.id())).isFalse();
        assertThat(store().delete(EventId.next())).isFalse();
    }

    @Test
    void deleteMatching_removesTheMatchesAndNamesThem() {
        List<EventSample> alpha = insertAlpha(5);
        EventSample beta = EventSample.metadata("{project: 'beta'}");
        insert(beta);

        List<EventId> deleted = store().deleteMatching(ALPHA, 10);

        assertThat(deleted)
                .containsExactlyInAnyOrderElementsOf(
                        alpha.stream().map(EventSample::id).toList());
        assertThat(ids(store().filter(EventFilter.ALL, 10, 0))).containsExactly(beta.id());
    }

    @Test
    void deleteMatching_stopsAtTheLimitUntilNoneIsLeft() {
        insertAlpha(5);

        assertThat(store().deleteMatching(ALPHA, 3)).hasSize(3).doesNotHaveDuplicates();
        assertThat(store().count(ALPHA)).isEqualTo(2);
        assertThat(store().deleteMatching(ALPHA, 3)).hasSize(2);
        assertThat(store().deleteMatching(ALPHA, 3)).isEmpty();
    }

    @Test
    void deleteMatching_honoursTimeBounds() {
        EventSample early = EventSample.text("early").at("2026-01-01T00:00:00Z");
        EventSample late = EventSample.text("late").at("2026-01-01T00:00:00.000001Z");
        insert(early, late);

        assertThat(store().deleteMatching(new EventFilter(Json.object("{}"), late.timestamp(), late.timestamp()), 10))
                .containsExactly(late.id());
        assertThat(store().find(early.id())).isPresent();
    }

    private List<EventSample> insertAlpha(int count) {
        List<EventSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(EventSample.metadata("{project: 'alpha', n: " + i + "}"));
        }
        insert(samples.toArray(EventSample[]::new));
        return samples;
    }
}
