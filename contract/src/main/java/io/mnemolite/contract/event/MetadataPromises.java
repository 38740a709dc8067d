package io.mnemolite.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.CanonicalEvent;
import io.mnemolite.contract.fixture.CanonicalJson;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.UpdateOutcome;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Merging metadata. */
public abstract class MetadataPromises extends StorePromises {

    private final EventSample sample =
            EventSample.metadata("{project: 'alpha', nested: {a: 1, b: 2}}").withVector("client", 1, 2);

    @Test
    void mergeMetadata_addsAndReplacesTopLevelKeys() {
        assertThat(merged("{project: 'beta', added: [1]}"))
                .isEqualTo(json("{project: 'beta', nested: {a: 1, b: 2}, added: [1]}"));
    }

    @Test
    void mergeMetadata_replacesNestedObjectsWhole() {
        assertThat(merged("{nested: {c: 3}}")).isEqualTo(json("{project: 'alpha', nested: {c: 3}}"));
    }

    @Test
    void mergeMetadata_storesNullAsNull() {
        assertThat(merged("{project: null}")).isEqualTo(json("{project: null, nested: {a: 1, b: 2}}"));
    }

    @Test
    void mergeMetadata_keepsEverythingElseAndRaisesTheRevision() {
        insert(sample);
        CanonicalEvent before = read(sample.id());

        Event after = updated(store().mergeMetadata(sample.id(), Json.object("{x: 1}"), OptionalLong.empty()));

        assertThat(after.content()).isEqualTo(sample.content());
        assertThat(after.timestamp()).isEqualTo(before.timestamp());
        assertThat(after.vector()).isEqualTo(before.vector());
        assertThat(after.revision()).isEqualTo(2);
        assertThat(after.vectorRevision()).isZero();
    }

    @Test
    void mergeMetadata_keepsThatAVectorIsAwaited() {
        insert(sample.awaiting());

        assertThat(updated(store().mergeMetadata(sample.id(), Json.object("{x: 1}"), OptionalLong.empty()))
                        .awaitsVector())
                .isTrue();
    }

    @Test
    void mergeMetadata_givesTheEventAsStored() {
        insert(sample);

        Event after = updated(store().mergeMetadata(sample.id(), Json.object("{x: 1e300}"), OptionalLong.empty()));

        assertThat(read(sample.id())).isEqualTo(CanonicalEvent.of(after));
    }

    @Test
    void mergeMetadata_ofUnknownId_isNotFound() {
        assertThat(store().mergeMetadata(EventId.next(), Json.object("{x: 1}"), OptionalLong.empty()))
                .isEqualTo(new UpdateOutcome.NotFound());
        assertThat(store().mergeMetadata(EventId.next(), Json.object("{x: 1}"), OptionalLong.of(1)))
                .isEqualTo(new UpdateOutcome.NotFound());
    }

    @Test
    void mergeMetadata_ifTheRevisionIsCurrent_applies() {
        insert(sample);

        assertThat(updated(store().mergeMetadata(sample.id(), Json.object("{x: 1}"), OptionalLong.of(1)))
                        .revision())
                .isEqualTo(2);
        assertThat(updated(store().mergeMetadata(sample.id(), Json.object("{x: 2}"), OptionalLong.of(2)))
                        .revision())
                .isEqualTo(3);
    }

    @Test
    void mergeMetadata_ifTheRevisionIsAnother_changesNothing() {
        insert(sample);
        store().mergeMetadata(sample.id(), Json.object("{x: 1}"), OptionalLong.empty());
        CanonicalEvent before = read(sample.id());

        assertThat(store().mergeMetadata(sample.id(), Json.object("{x: 2}"), OptionalLong.of(1)))
                .isEqualTo(new UpdateOutcome.RevisionMismatch(2));
        assertThat(store().mergeMetadata(sample.id(), Json.object("{x: 2}"), OptionalLong.of(3)))
                .isEqualTo(new UpdateOutcome.RevisionMismatch(2));
        assertThat(read(sample.id())).isEqualTo(before);
    }

    private String merged(String patch) {
        insert(sample);
        updated(store().mergeMetadata(sample.id(), Json.object(patch), OptionalLong.empty()));
        return read(sample.id()).metadata();
    }

    private static String json(String text) {
        return CanonicalJson.of(Json.object(text));
    }
}
