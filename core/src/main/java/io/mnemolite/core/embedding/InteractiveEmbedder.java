package io.mnemolite.core.embedding;

import io.mnemolite.core.timing.Phase;
import io.mnemolite.core.timing.RequestPhases;
import java.time.Duration;
import java.util.List;

/** What requests embed with: it knows when one does, so that work in the background can step back. */
public final class InteractiveEmbedder implements Embedder {

    private final Embedder delegate;
    private final Object lock = new Object();
    private int embedding;

    public InteractiveEmbedder(Embedder delegate) {
        this.delegate = delegate;
    }

    /** What embeds for requests and in the background. */
    public Embedder delegate() {
        return delegate;
    }

    @Override
    public EmbeddingSpace space() {
        return delegate.space();
    }

    @Override
    public List<EmbeddingVector> embed(List<String> texts) {
        synchronized (lock) {
            embedding++;
        }
        try {
            return RequestPhases.timed(Phase.EMBEDDING, () -> delegate.embed(texts));
        } finally {
            synchronized (lock) {
                embedding--;
                lock.notifyAll();
            }
        }
    }

    /** Returns as soon as no request embeds, or after {@code longest}. */
    public void awaitQuiet(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        synchronized (lock) {
            long left = longest.toMillis();
            while (embedding > 0 && left > 0) {
                try {
                    lock.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = (end - System.nanoTime()) / 1_000_000;
            }
        }
    }

    @Override
    public void close() {
        delegate.close();
    }
}
