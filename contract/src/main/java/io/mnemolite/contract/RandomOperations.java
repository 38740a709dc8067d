package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.fixture.CanonicalEvent;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Seed;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventCursor;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.event.InsertOutcome;
import io.mnemolite.core.event.MadeVector;
import io.mnemolite.core.event.UpdateOutcome;
import io.mnemolite.core.event.VectorChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** The same random calls to a store and to the in-memory one, the model; every answer is compared. */
final class RandomOperations {

    private static final int STEPS = 300;
    private static final int STEPS_BETWEEN_READS = 10;

    private final EventStore subject;
    private final EventStore model = new InMemoryEventStore();
    private final Random random = Seed.next("random operations").random();
    private final JsonGenerator json = new JsonGenerator(random);
    private final List<EventId> known = new ArrayList<>();
    private EmbeddingSpace space = new EmbeddingSpace("model-0", 3);

    RandomOperations(EventStore subject) {
        this.subject = subject;
    }

    void run() {
        compare("adoptSpace", store -> store.adoptSpace(space));
        for (int step = 1; step <= STEPS; step++) {
            write();
            if (step % STEPS_BETWEEN_READS == 0) {
                compareReads();
            }
        }
    }

    private void write() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                List<EventDraft> drafts = drafts();
                compare("insert", store -> store.insert(drafts));
            }
            case 3 -> {
                List<EventDraft> drafts = drafts();
                IdempotencyKey key = new IdempotencyKey(
                        "key " + random.nextInt(6), "route " + random.nextInt(2), "hash " + random.nextInt(2));
                compare("insert under " + key, store -> store.insert(drafts, key));
            }
            case 4 -> {
                List<EventDraft> drafts = new ArrayList<>(drafts());
                model.find(knownId()).ifPresent(event -> drafts.add(draftOf(event)));
                compare("insertImported", store -> store.insertImported(drafts));
            }
            case 5, 6 -> {
                EventId id = knownId();
                ObjectNode patch = json.object();
                OptionalLong revision = revision(id);
                compare("mergeMetadata " + patch, store -> store.mergeMetadata(id, patch, revision));
            }
            case 7 -> {
                EventId id = knownId();
                ObjectNode content = json.object();
                ObjectNode metadata = json.object();
                VectorChange vector = vectorChange();
                OptionalLong revision = revision(id);
                compare("replace, " + vector, store -> store.replace(id, content, metadata, vector, revision));
            }
            case 8 -> {
                EventId id = knownId();
                compare("delete", store -> store.delete(id));
            }
            case 9, 10 -> {
                List<MadeVector> vectors = madeVectors();
                compare("fillVectors", store -> store.fillVectors(vectors));
            }
            default -> rareWrite();
        }
    }

    private void rareWrite() {
        if (random.nextInt(3) == 0) {
            space = new EmbeddingSpace("model-" + random.nextInt(3), 3);
            compare("adoptSpace " + space, store -> store.adoptSpace(space));
            return;
        }
        if (random.nextInt(3) == 0) {
            EventId after = random.nextBoolean() ? null : knownId();
            int limit = 1 + random.nextInt(20);
            compare("clearModelVectors", store -> store.clearModelVectors(after, limit));
            return;
        }
        // Which matches are deleted at a limit is the store's choice, so the model follows it.
        EventFilter filter = filter();
        int limit = 1 + random.nextInt(3);
        List<EventId> deleted = subject.deleteMatching(filter, limit);
        assertThat(deleted).doesNotHaveDuplicates().hasSize((int) Math.min(limit, model.count(filter)));
        assertThat(model.matching(deleted, filter)).isEqualTo(Set.copyOf(deleted));
        deleted.forEach(model::delete);
    }

    private void compareReads() {
        EventId id = knownId();
        EventFilter filter = filter();
        int limit = 1 + random.nextInt(20);
        int offset = random.nextInt(10);
        EventCursor cursor = model.find(id)
                .map(event -> new EventCursor(event.timestamp(), event.id()))
                .orElse(null);
        compare("find", store -> store.find(id));
        compare("findAll", store -> Set.copyOf(CanonicalEvent.ofAll(store.findAll(known))));
        compare("matching " + filter, store -> store.matching(known, filter));
        compare("filter " + filter, store -> store.filter(filter, limit, offset));
        compare("count " + filter, store -> store.count(filter));
        compare("list " + filter + " after " + cursor, store -> store.list(filter, cursor, limit));
        compare("everything", store -> store.list(EventFilter.ALL, null, 10_000));
        compare("scan", store -> store.scan(id, limit));
        compare("awaitingVector", store -> store.awaitingVector(limit));
        compare("countAwaitingVector", EventStore::countAwaitingVector);
        compare("space", EventStore::space);
    }

    private void compare(String what, Function<EventStore, Object> call) {
        assertThat(canonical(call.apply(subject))).as(what).isEqualTo(canonical(call.apply(model)));
    }

    private static Object canonical(Object answer) {
        return switch (answer) {
            case Event event -> CanonicalEvent.of(event);
            case List<?> list -> list.stream().map(RandomOperations::canonical).toList();
            case Optional<?> optional -> optional.map(RandomOperations::canonical);
            case UpdateOutcome.Updated(Event event) -> CanonicalEvent.of(event);
            case InsertOutcome.Inserted(List<Event> events) -> CanonicalEvent.ofAll(events);
            default -> answer;
        };
    }

    private List<EventDraft> drafts() {
        List<EventDraft> drafts = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            EventSample sample = EventSample.text("sample")
                    .withContent(json.object())
                    .withMetadata(json.object())
                    .at(time());
            StoredVector vector = random.nextBoolean() ? null : vector(random.nextBoolean() ? "client" : space.model());
            drafts.add(new EventDraft(
                    sample.id(),
                    sample.timestamp(),
                    sample.content(),
                    sample.metadata(),
                    vector,
                    vector == null && random.nextBoolean()));
            known.add(sample.id());
        }
        return drafts;
    }

    /** The event as an export would give it, at times with another content. */
    private EventDraft draftOf(Event event) {
        return new EventDraft(
                event.id(),
                event.timestamp(),
                random.nextInt(3) == 0 ? json.object() : event.content(),
                event.metadata(),
                event.vector(),
                event.awaitsVector());
    }

    private EventFilter filter() {
        ObjectNode metadata = model.find(knownId())
                .filter(event -> random.nextInt(4) > 0)
                .map(event -> json.fragmentOf(event.metadata()))
                .orElseGet(json::object);
        return new EventFilter(
                metadata, random.nextInt(3) == 0 ? time() : null, random.nextInt(3) == 0 ? time() : null);
    }

    /** One of few times, so that many events share one. */
    private Instant time() {
        return EventSample.NOON.plusNanos(1000L * random.nextInt(5));
    }

    private VectorChange vectorChange() {
        return switch (random.nextInt(3)) {
            case 0 -> new VectorChange.Keep();
            case 1 -> new VectorChange.Set(vector(space.model()));
            default -> new VectorChange.Clear(random.nextBoolean());
        };
    }

    private StoredVector vector(String maker) {
        return new StoredVector(maker, EmbeddingVector.of(random.nextFloat(), random.nextFloat(), random.nextFloat()));
    }

    private EventId knownId() {
        return known.isEmpty() ? EventId.next() : known.get(random.nextInt(known.size()));
    }

    /** For some events that await one, and one that may not; some made from another revision. */
    private List<MadeVector> madeVectors() {
        Set<EventId> ids = new LinkedHashSet<>();
        ids.add(knownId());
        model.awaitingVector(random.nextInt(4)).forEach(event -> ids.add(event.id()));
        List<MadeVector> vectors = new ArrayList<>();
        for (EventId id : ids) {
            long revision = model.find(id).map(Event::revision).orElse(1L) + (random.nextInt(4) == 0 ? 1 : 0);
            vectors.add(new MadeVector(id, revision, random.nextInt(4) == 0 ? null : vector(space.model())));
        }
        return vectors;
    }

    private OptionalLong revision(EventId id) {
        return switch (random.nextInt(3)) {
            case 0 -> OptionalLong.of(1 + random.nextInt(3));
            case 1 ->
                model.find(id).map(event -> OptionalLong.of(event.revision())).orElse(OptionalLong.empty());
            default -> OptionalLong.empty();
        };
    }
}
