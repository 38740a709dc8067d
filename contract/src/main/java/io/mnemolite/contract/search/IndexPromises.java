package io.mnemolite.contract.search;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.search.EventIndex;
import io.mnemolite.core.search.IndexCandidate;
import io.mnemolite.core.search.IndexSnapshot;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** One group of promises, checked on an index that is empty when a test begins. */
public abstract class IndexPromises {

    /** The dimension of the vectors that are searched. */
    public static final int DIMENSION = 4;

    protected abstract IndexUnderTest subject();

    final EventIndex index() {
        return subject().index();
    }

    /** Closes the index and opens it again; {@link #index} gives the new one. */
    final void reopenIndex() {
        subject().reopen();
    }

    final void apply(EventSample... samples) {
        index().apply(events(samples), List.of());
    }

    final void remove(EventId... ids) {
        index().apply(List.of(), List.of(ids));
    }

    static List<Event> events(EventSample... samples) {
        return Stream.of(samples).map(EventSample::event).toList();
    }

    /** What a fresh snapshot says. */
    final <T> T view(Function<IndexSnapshot, T> question) {
        try (IndexSnapshot snapshot = index().snapshot()) {
            return question.apply(snapshot);
        }
    }

    final List<IndexCandidate> offered(Function<IndexSnapshot, List<IndexCandidate>> question) {
        return view(question);
    }

    final int counted(ToIntFunction<IndexSnapshot> question) {
        return view(question::applyAsInt);
    }

    final List<EventId> lexical(String words) {
        return view(snapshot -> lexical(snapshot, words));
    }

    static List<EventId> lexical(IndexSnapshot snapshot, String words) {
        return ids(snapshot.lexical(words, 100, EventFilter.ALL));
    }

    final List<EventId> nearest(EmbeddingVector query) {
        return view(snapshot -> ids(snapshot.nearest(query, 100, EventFilter.ALL)));
    }

    final int countEvents() {
        return counted(IndexSnapshot::countEvents);
    }

    static List<EventId> ids(List<IndexCandidate> candidates) {
        return candidates.stream().map(IndexCandidate::id).toList();
    }

    static EmbeddingVector vector(float... numbers) {
        return EmbeddingVector.of(numbers);
    }

    static float[] randomNumbers(Random random) {
        float[] numbers = new float[DIMENSION];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextFloat(-1, 1);
        }
        return numbers;
    }
}
