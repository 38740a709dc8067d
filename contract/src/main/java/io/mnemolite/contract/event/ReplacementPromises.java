package io.mnemolite.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.fixture.CanonicalEvent;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.UpdateOutcome;
import io.mnemolite.core.event.VectorChange;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Replacing content and metadata. */
public abstract class ReplacementPromises extends StorePromises {

    private static final ObjectNode CONTENT = Json.object("{text: 'replaced', list: [0.1]}");
    private static final ObjectNode METADATA = Json.object("{project: 'beta'}");

    private final EventSample sample =
            EventSample.metadata("{project: 'alpha', old: true}").withVector("model-a", 1, 2);

    @Test
    void replace_putsContentAndMetadataInPlaceOfTheOldOnes() {
        insert(sample);

        Event after = replace(new VectorChange.Keep());

        assertThat(after.content()).isEqualTo(CONTENT);
        assertThat(after.metadata()).isEqualTo(METADATA);
        assertThat(after.timestamp()).isEqualTo(sample.timestamp());
        assertThat(after.revision()).isEqualTo(2);
        assertThat(after.vectorRevision()).isZero();
        assertThat(read(sample.id())).isEqualTo(CanonicalEvent.of(after));
    }

    @Test
    void replace_keepingTheVector_keepsIt() {
        insert(sample);

        assertThat(replace(new VectorChange.Keep()).vector()).isEqualTo(sample.vector());
        assertThat(read(sample.id()).awaitsVector()).isFalse();
    }

    @Test
    void replace_keepingTheVector_keepsThatOneIsAwaited() {
        insert(sample.awaiting());

        assertThat(replace(new VectorChange.Keep()).awaitsVector()).isTrue();
    }

    @Test
    void replace_settingTheVector_endsTheWait() {
        insert(sample.awaiting());
        StoredVector made = new StoredVector("model-b", EmbeddingVector.of(5, 6, 7));

        Event after = replace(new VectorChange.Set(made));

        assertThat(after.vector()).isEqualTo(made);
        assertThat(after.awaitsVector()).isFalse();
        assertThat(read(sample.id())).isEqualTo(CanonicalEvent.of(after));
    }

    @Test
    void replace_clearingTheVector_removesIt() {
        insert(sample);

        Event after = replace(new VectorChange.Clear(false));

        assertThat(after.vector()).isNull();
        assertThat(after.awaitsVector()).isFalse();
        assertThat(read(sample.id())).isEqualTo(CanonicalEvent.of(after));
    }

    @Test
    void replace_clearingTheVectorForANewOne_awaitsIt() {
        insert(sample);

        Event after = replace(new VectorChange.Clear(true));

        assertThat(after.vector()).isNull();
        assertThat(after.awaitsVector()).isTrue();
        assertThat(ids(store().awaitingVector(10))).containsExactly(sample.id());
    }

    @Test
    void replace_ofUnknownId_isNotFound() {
        assertThat(store().replace(EventId.next(), CONTENT, METADATA, new VectorChange.Keep(), OptionalLong.empty()))
                .isEqualTo(new UpdateOutcome.NotFound());
        assertThat(store().replace(EventId.next(), CONTENT, METADATA, new VectorChange.Keep(), OptionalLong.of(1)))
                .isEqualTo(new UpdateOutcome.NotFound());
    }

    @Test
    void replace_ifTheRevisionIsAnother_changesNothing() {
        insert(sample);
        CanonicalEvent before = read(sample.id());

        assertThat(store().replace(sample.id(), CONTENT, METADATA, new VectorChange.Clear(true), OptionalLong.of(2)))
                .isEqualTo(new UpdateOutcome.RevisionMismatch(1));
        assertThat(read(sample.id())).isEqualTo(before);
    }

    @Test
    void replace_ifTheRevisionIsCurrent_applies() {
        insert(sample);

        assertThat(updated(store().replace(sample.id(), CONTENT, METADATA, new VectorChange.Keep(), OptionalLong.of(1)))
                        .revision())
                .isEqualTo(2);
    }

    private Event replace(VectorChange vector) {
        return updated(store().replace(sample.id(), CONTENT, METADATA, vector, OptionalLong.empty()));
    }
}
