package io.mnemolite.contract.event;

import static io.mnemolite.core.event.ImportOutcome.DIFFERENT_EXISTS;
import static io.mnemolite.core.event.ImportOutcome.EQUAL_EXISTS;
import static io.mnemolite.core.event.ImportOutcome.STORED;
import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.CanonicalEvent;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.event.ImportOutcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Storing exported events again. */
public abstract class ImportPromises extends StorePromises {

    private final EventSample sample = EventSample.text("exported")
            .withMetadata(Json.object("{n: 1, huge: 1e300, half: 0.5, list: [1, 2]}"))
            .withVector("model-a", 1, 2, 3)
            .at("2026-01-02T03:04:05.678901Z");

    @Test
    void insertImported_keepsIdTimeVectorAndModel() {
        assertThat(insertImported(sample)).containsExactly(STORED);
        assertThat(read(sample.id())).isEqualTo(CanonicalEvent.of(sample.draft()));
    }

    @Test
    void insertImported_keepsThatAVectorIsAwaited() {
        insertImported(sample.awaiting());

        assertThat(read(sample.id()))
                .isEqualTo(CanonicalEvent.of(sample.awaiting().draft()));
    }

    @Test
    void insertImported_again_findsAnEqualOne() {
        insertImported(sample);

        assertThat(insertImported(sample)).containsExactly(EQUAL_EXISTS);
        assertThat(read(sample.id())).isEqualTo(CanonicalEvent.of(sample.draft()));
    }

    @Test
    void insertImported_ofWhatARead_gave_findsAnEqualOne() {
        insert(sample);
        CanonicalEvent before = read(sample.id());
        var event = store().find(sample.id()).orElseThrow();

        assertThat(insertImported(sample.withContent(event.content()).withMetadata(event.metadata())))
                .containsExactly(EQUAL_EXISTS);
        assertThat(read(sample.id())).isEqualTo(before);
    }

    @Test
    void insertImported_withNumbersWrittenOtherwise_findsAnEqualOne() {
        insertImported(sample);

        assertThat(insertImported(
                        sample.withMetadata(Json.object("{list: [1.0, 2], half: 0.50, huge: 10e299, n: 1.00}"))))
                .containsExactly(EQUAL_EXISTS);
    }

    @Test
    void insertImported_withAnyPartDifferent_changesNothing() {
        insertImported(sample);

        assertThat(insertImported(
                        sample.withContent(Json.object("{text: 'other'}")),
                        sample.withMetadata(Json.object("{}")),
                        sample.at("2026-01-02T03:04:05.678902Z"),
                        sample.withVector("model-a", 1, 2, 4),
                        sample.withoutVector()))
                .containsOnly(DIFFERENT_EXISTS)
                .hasSize(5);
        assertThat(read(sample.id())).isEqualTo(CanonicalEvent.of(sample.draft()));
    }

    @Test
    void insertImported_ofSeveral_givesOneOutcomeEachInOrder() {
        EventSample present = EventSample.text("present");
        EventSample fresh = EventSample.text("fresh");
        insert(present);

        assertThat(insertImported(
                        fresh,
                        present,
                        sample,
                        fresh,
                        present.withContent(Json.object("{}")),
                        sample.withContent(Json.object("{}"))))
                .containsExactly(STORED, EQUAL_EXISTS, STORED, EQUAL_EXISTS, DIFFERENT_EXISTS, DIFFERENT_EXISTS);
    }

    @Test
    void insertImported_ofNothing_givesNothing() {
        assertThat(store().insertImported(List.of())).isEmpty();
    }

    private List<ImportOutcome> insertImported(EventSample... samples) {
        return store().insertImported(Stream.of(samples).map(EventSample::draft).toList());
    }
}
