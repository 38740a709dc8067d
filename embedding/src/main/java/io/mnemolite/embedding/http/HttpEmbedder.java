package io.mnemolite.embedding.http;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.embedding.PlainText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Embeds through an endpoint that speaks OpenAI's {@code /v1/embeddings}. Vectors are returned as the endpoint gives them,
 * of whatever length. Texts are sent in batches, one after the other; a batch that fails for a reason that may pass is
 * tried again within the current request's deadline; an endpoint that keeps failing is left alone for a while, during
 * which calls fail at once.
 */
public final class HttpEmbedder implements Embedder {

    private static final int TOLERATED_FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(10);
    private static final BackOff BACK_OFF = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(5));
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** An attempt that had less time says nothing about the endpoint when it fails. */
    private static final Duration FAIR_ATTEMPT = Duration.ofSeconds(1);

    private final HttpEmbeddingSettings settings;
    private final EmbeddingEndpoint endpoint;
    private final CircuitBreaker breaker;
    private final BackOff backOff;
    private final AtomicReference<@Nullable EmbeddingSpace> space = new AtomicReference<>();
    private volatile boolean closed;

    public HttpEmbedder(HttpEmbeddingSettings settings) {
        this(settings, new CircuitBreaker(TOLERATED_FAILURES, REST, System::nanoTime), BACK_OFF);
    }

    HttpEmbedder(HttpEmbeddingSettings settings, CircuitBreaker breaker, BackOff backOff) {
        this.settings = settings;
        this.endpoint = new EmbeddingEndpoint(settings);
        this.breaker = breaker;
        this.backOff = backOff;
        if (settings.dimension() != HttpEmbeddingSettings.LEARNED) {
            space.set(spaceOf(settings.dimension()));
        }
    }

    /** The space; when its dimension was not given, a first call asks the endpoint for one vector. */
    @Override
    public EmbeddingSpace space() {
        EmbeddingSpace known = space.get();
        if (known != null) {
            return known;
        }
        try {
            return spaceOf(embed("dimension").dimension());
        } catch (MnemoliteException e) {
            // No fault of a text that nobody sent.
            throw e.code() == ErrorCode.INVALID_VALUE
                    ? new MnemoliteException(ErrorCode.UNAVAILABLE, e.sentence(), e)
                    : e;
        }
    }

    @Override
    public List<EmbeddingVector> embed(List<String> texts) {
        List<String> sendable = texts.stream()
                .map(text -> PlainText.wellFormed(text, settings.maximumTextLength()))
                .toList();
        List<EmbeddingVector> vectors = new ArrayList<>(sendable.size());
        for (int from = 0; from < sendable.size(); from += settings.batchSize()) {
            int to = Math.min(sendable.size(), from + settings.batchSize());
            vectors.addAll(batch(sendable.subList(from, to)));
        }
        return List.copyOf(vectors);
    }

    private List<EmbeddingVector> batch(List<String> texts) {
        for (int attempt = 1; ; attempt++) {
            switch (attempt(texts)) {
                case Reply.Vectors(List<EmbeddingVector> vectors) -> {
                    return vectors;
                }
                case Reply.Refused(String sentence) -> throw new MnemoliteException(ErrorCode.INVALID_VALUE, sentence);
                case Reply.Failed failed -> {
                    Duration pause = backOff.pause(attempt, failed.retryAfter(), ThreadLocalRandom.current());
                    if (!failed.temporary()
                            || attempt >= settings.attempts()
                            || pause.compareTo(Deadline.remaining(LONGEST_PAUSE)) > 0) {
                        throw unavailable(failed.sentence());
                    }
                    pause(pause);
                }
            }
        }
    }

    private Reply attempt(List<String> texts) {
        Duration atMost = Deadline.remaining(settings.requestTimeout());
        if (closed) {
            throw unavailable("The embedding endpoint is not asked any more because the server stops.");
        }
        CircuitBreaker.Permit permit = breaker.acquire()
                .orElseThrow(() -> unavailable("The embedding endpoint " + settings.route()
                        + " failed repeatedly and is left alone for a few seconds; check that it runs, or try again"
                        + " later."));
        boolean settled = false;
        try {
            Reply reply = checked(endpoint.ask(texts, atMost));
            if (!(reply instanceof Reply.Failed)) {
                permit.succeeded();
                settled = true;
            } else if (atMost.equals(settings.requestTimeout()) || atMost.compareTo(FAIR_ATTEMPT) >= 0) {
                permit.failed();
                settled = true;
            }
            return reply;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            if (!settled) {
                permit.abandoned();
            }
        }
    }

    /** Vectors of another dimension than those before are a failure: they cannot be compared with them. */
    private Reply checked(Reply reply) {
        if (!(reply instanceof Reply.Vectors(List<EmbeddingVector> vectors))) {
            return reply;
        }
        EmbeddingSpace answered = spaceOf(vectors.getFirst().dimension());
        EmbeddingSpace before = space.compareAndExchange(null, answered);
        if (before == null || before.equals(answered)) {
            return reply;
        }
        return new Reply.Failed(
                "The embedding endpoint " + settings.route() + " gave vectors of dimension " + answered.dimension()
                        + " where " + before.dimension() + " was expected; check its model and the dimension set.",
                false,
                Duration.ZERO);
    }

    private EmbeddingSpace spaceOf(int dimension) {
        return new EmbeddingSpace("http:" + settings.model(), dimension);
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static MnemoliteException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new MnemoliteException(
                ErrorCode.UNAVAILABLE, "The embedding was interrupted because its request ended; try again.", e);
    }

    private static MnemoliteException unavailable(String sentence) {
        return new MnemoliteException(ErrorCode.UNAVAILABLE, sentence);
    }

    @Override
    public void close() {
        closed = true;
        endpoint.close();
    }
}
