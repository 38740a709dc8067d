package io.mnemolite.core.event;

import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the vectors that events await, and stores none: {@link Events#fillVectors} does. */
public final class AwaitedVectors {

    private final EventStore store;
    private final Embedder embedder;
    private final SourceText source;

    public AwaitedVectors(EventStore store, Embedder embedder, SourceText source) {
        this.store = store;
        this.embedder = embedder;
        this.source = source;
    }

    /**
     * What the first {@code limit} events that await a vector get; empty when none awaits one. An event without a text, or
     * with one that the model refuses for good, gets no vector.
     *
     * @throws MnemoliteException with {@link ErrorCode#UNAVAILABLE} when the store or the model cannot answer now
     */
    public List<MadeVector> make(int limit) {
        List<MadeVector> made = new ArrayList<>();
        List<Event> withText = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Event event : store.awaitingVector(limit)) {
            Optional<String> text = source.of(event.content());
            if (text.isPresent()) {
                withText.add(event);
                texts.add(text.get());
            } else {
                made.add(made(event, Optional.empty()));
            }
        }
        List<Optional<EmbeddingVector>> vectors = embed(texts);
        for (int i = 0; i < withText.size(); i++) {
            made.add(made(withText.get(i), vectors.get(i)));
        }
        return made;
    }

    private MadeVector made(Event event, Optional<EmbeddingVector> vector) {
        @Nullable
        StoredVector stored = vector.map(
                        made -> new StoredVector(embedder.space().model(), made))
                .orElse(null);
        return new MadeVector(event.id(), event.revision(), stored);
    }

    /** One per text. When the model refuses one for good, each is asked for alone, to find out which. */
    private List<Optional<EmbeddingVector>> embed(List<String> texts) {
        try {
            return embedder.embed(texts).stream().map(Optional::of).toList();
        } catch (MnemoliteException e) {
            if (e.code() != ErrorCode.INVALID_VALUE) {
                throw e;
            }
            return texts.size() == 1
                    ? List.of(Optional.empty())
                    : texts.stream()
                            .flatMap(text -> embed(List.of(text)).stream())
                            .toList();
        }
    }
}
