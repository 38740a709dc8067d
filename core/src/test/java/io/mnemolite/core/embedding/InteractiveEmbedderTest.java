package io.mnemolite.core.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class InteractiveEmbedderTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();

    private final InteractiveEmbedder embedder = new InteractiveEmbedder(new Embedder() {
        @Override
        public EmbeddingSpace space() {
            return new EmbeddingSpace("slow", 1);
        }

        @Override
        public List<EmbeddingVector> embed(List<String> texts) {
            begun.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return texts.stream().map(_ -> EmbeddingVector.of(1)).toList();
        }

        @Override
        public void close() {
            closed.set(true);
        }
    });

    @Test
    void awaitQuiet_whileARequestEmbeds_waitsForItsEndAndNotForEver() throws Exception {
        Thread request = Thread.ofPlatform().start(() -> embedder.embed(List.of("a question")));
        begun.await();
        long start = System.nanoTime();
        embedder.awaitQuiet(Duration.ofMillis(5));
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(4_000_000);
        AtomicBoolean isQuiet = new AtomicBoolean();
        Thread background = Thread.ofPlatform().start(() -> {
            embedder.awaitQuiet(Duration.ofDays(1));
            isQuiet.set(true);
        });
        while (background.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(isQuiet).isFalse();

        gate.countDown();

        background.join(30_000);
        assertThat(isQuiet).isTrue();
        request.join(30_000);
    }

    @Test
    void awaitQuiet_whenNoRequestEmbeds_returnsAtOnce() {
        gate.countDown();
        embedder.embed(List.of("a question"));

        long start = System.nanoTime();
        embedder.awaitQuiet(Duration.ofDays(1));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofHours(1));
    }

    @Test
    void close_closesWhatEmbeds() {
        embedder.close();

        assertThat(closed).isTrue();
    }
}
