package io.mnemolite.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.fixture.CanonicalJson;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.InParallel;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.ImportOutcome;
import io.mnemolite.core.event.MadeVector;
import io.mnemolite.core.event.UpdateOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writers at the same time. */
public abstract class ConcurrencyPromises extends StorePromises {

    private static final int WRITERS = 8;
    private static final int WRITES = 10;

    @Test
    void mergeMetadata_fromManyThreads_losesNothing() throws Exception {
        EventSample sample = EventSample.text("shared");
        insert(sample);

        InParallel.call(WRITERS, writer -> {
            for (int write = 0; write < WRITES; write++) {
                ObjectNode patch = Json.object("{}").put("writer " + writer + " write " + write, write);
                updated(store().mergeMetadata(sample.id(), patch, OptionalLong.empty()));
            }
            return writer;
        });

        ObjectNode all = Json.object("{}");
        for (int writer = 0; writer < WRITERS; writer++) {
            for (int write = 0; write < WRITES; write++) {
                all.put("writer " + writer + " write " + write, write);
            }
        }
        assertThat(read(sample.id()).metadata()).isEqualTo(CanonicalJson.of(all));
        assertThat(read(sample.id()).revision()).isEqualTo(1 + WRITERS * WRITES);
    }

    @Test
    void mergeMetadata_ifTheRevisionIsCurrent_appliesForOneOfManyThreads() throws Exception {
        EventSample sample = EventSample.text("shared");
        insert(sample);

        List<UpdateOutcome> outcomes = InParallel.call(
                WRITERS,
                writer -> store().mergeMetadata(
                                sample.id(), Json.object("{}").put("winner", writer), OptionalLong.of(1)));

        assertThat(outcomes).filteredOn(UpdateOutcome.Updated.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.equals(new UpdateOutcome.RevisionMismatch(2)))
                .hasSize(WRITERS - 1);
    }

    @Test
    void delete_fromManyThreads_succeedsOnce() throws Exception {
        EventSample sample = EventSample.text("shared");
        insert(sample);

        assertThat(InParallel.call(WRITERS, writer -> store().delete(sample.id())))
                .filteredOn(deleted -> deleted)
                .hasSize(1);
    }

    @Test
    void deleteMatching_fromManyThreads_namesEachOnce() throws Exception {
        EventSample[] samples = new EventSample[40];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = EventSample.metadata("{project: 'alpha'}");
        }
        insert(samples);
        EventFilter filter = EventFilter.byMetadata(Json.object("{project: 'alpha'}"));

        List<EventId> named = new ArrayList<>();
        InParallel.call(4, writer -> store().deleteMatching(filter, 100)).forEach(named::addAll);

        assertThat(named).hasSize(samples.length).doesNotHaveDuplicates();
        assertThat(store().count(filter)).isZero();
    }

    @Test
    void insertImported_fromManyThreads_storesEachOnce() throws Exception {
        EventSample[] samples = new EventSample[10];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = EventSample.text("imported " + i);
        }

        List<List<ImportOutcome>> outcomes = InParallel.call(
                4,
                writer -> store().insertImported(List.of(samples).stream()
                        .map(EventSample::draft)
                        .toList()));

        for (int i = 0; i < samples.length; i++) {
            int place = i;
            assertThat(outcomes.stream().map(each -> each.get(place)))
                    .containsExactlyInAnyOrder(
                            ImportOutcome.STORED,
                            ImportOutcome.EQUAL_EXISTS,
                            ImportOutcome.EQUAL_EXISTS,
                            ImportOutcome.EQUAL_EXISTS);
        }
    }

    @Test
    void fillVectors_fromManyThreads_appliesEachOnce() throws Exception {
        EventSample[] samples = new EventSample[20];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = EventSample.text("waits").awaiting();
        }
        insert(samples);

        List<EventId> filled = new ArrayList<>();
        InParallel.call(WRITERS, writer -> store().fillVectors(inSomeOrder(samples, writer)))
                .forEach(filled::addAll);

        assertThat(filled)
                .containsExactlyInAnyOrder(
                        Stream.of(samples).map(EventSample::id).toArray(EventId[]::new));
    }

    /** Some forwards, some backwards, for those who lock in the order given. */
    private static List<MadeVector> inSomeOrder(EventSample[] samples, int writer) {
        StoredVector vector = new StoredVector("model-a", EmbeddingVector.of(writer));
        List<MadeVector> vectors = Stream.of(samples)
                .map(sample -> new MadeVector(sample.id(), 1, vector))
                .toList();
        return writer % 2 == 0 ? vectors : vectors.reversed();
    }
}
