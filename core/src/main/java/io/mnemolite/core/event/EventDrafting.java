package io.mnemolite.core.event;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EmbeddingPolicy.FailureStrategy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes drafts of new events: chooses ids and times, and embeds texts outside any transaction. */
final class EventDrafting {

    private static final Logger LOG = LoggerFactory.getLogger(EventDrafting.class);

    /** Texts per call of the embedder: few enough that the time budget is kept, enough to use every core. */
    private static final int TEXTS_PER_CALL = 16;

    private static final Duration WITHOUT_DEADLINE = Duration.ofSeconds(30);

    private final Embedder embedder;
    private final EmbeddingPolicy policy;
    private final Clock clock;

    EventDrafting(Embedder embedder, EmbeddingPolicy policy, Clock clock) {
        this.embedder = embedder;
        this.policy = policy;
        this.clock = clock;
    }

    /** The drafts, in order. What could not be embedded within half the deadline awaits its vector. */
    List<EventDraft> drafts(List<NewEvent> events) {
        Instant now = clock.instant();
        List<Optional<String>> texts = new ArrayList<>(events.size());
        for (NewEvent event : events) {
            texts.add(event.embedding() == null ? text(event) : Optional.empty());
        }
        List<EmbeddingVector> vectors =
                embed(texts.stream().flatMap(Optional::stream).toList());
        List<EventDraft> drafts = new ArrayList<>(events.size());
        int next = 0;
        for (int i = 0; i < events.size(); i++) {
            NewEvent event = events.get(i);
            StoredVector vector =
                    event.embedding() == null ? null : new StoredVector(StoredVector.CLIENT, event.embedding());
            boolean awaits = false;
            if (texts.get(i).isPresent()) {
                if (next < vectors.size()) {
                    vector = model(vectors.get(next++));
                } else {
                    awaits = true;
                }
            }
            drafts.add(new EventDraft(
                    EventId.next(),
                    event.timestamp() == null ? now : event.timestamp(),
                    event.content(),
                    event.metadata(),
                    vector,
                    awaits));
        }
        return drafts;
    }

    /** What replacing {@code old} by {@code replacement} does to the vector. */
    VectorChange change(Event old, NewEvent replacement) {
        if (old.vector() != null && old.vector().isClients()) {
            return new VectorChange.Keep();
        }
        Optional<String> text = text(replacement);
        if (text.equals(policy.source().of(old.content()))) {
            return new VectorChange.Keep();
        }
        if (text.isEmpty()) {
            return new VectorChange.Clear(false);
        }
        List<EmbeddingVector> vectors = embed(List.of(text.get()));
        return vectors.isEmpty() ? new VectorChange.Clear(true) : new VectorChange.Set(model(vectors.getFirst()));
    }

    /** The text to embed, empty when there is none or embedding is off. */
    private Optional<String> text(NewEvent event) {
        return policy.automatic() ? policy.source().of(event.content()) : Optional.empty();
    }

    private StoredVector model(EmbeddingVector vector) {
        return new StoredVector(embedder.space().model(), vector);
    }

    /** The vectors of the first texts, as many as time and the embedder allow; all of them under the hard strategy. */
    private List<EmbeddingVector> embed(List<String> texts) {
        long start = System.nanoTime();
        long budget = texts.isEmpty() ? 0 : Deadline.remaining(WITHOUT_DEADLINE).toNanos() / 2;
        List<EmbeddingVector> vectors = new ArrayList<>(texts.size());
        try {
            for (int from = 0; from < texts.size(); from += TEXTS_PER_CALL) {
                if (from > 0 && System.nanoTime() - start > budget) {
                    throw new MnemoliteException(
                            ErrorCode.UNAVAILABLE,
                            "Only " + from + " of " + texts.size()
                                    + " texts could be embedded in time; send fewer at once.");
                }
                vectors.addAll(embedder.embed(texts.subList(from, Math.min(texts.size(), from + TEXTS_PER_CALL))));
            }
        } catch (MnemoliteException e) {
            if (policy.failure() == FailureStrategy.HARD) {
                throw new MnemoliteException(
                        ErrorCode.UNAVAILABLE,
                        "Nothing was stored, because the text could not be embedded and EMBEDDING_FAIL_STRATEGY is hard: "
                                + e.sentence(),
                        e);
            }
            LOG.warn(
                    "{} of {} texts are stored without a vector for now: {}",
                    texts.size() - vectors.size(),
                    texts.size(),
                    e.sentence());
        }
        return vectors;
    }
}
