package io.mnemolite.core.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VectorBackfillTest {

    @Test
    void thread_afterAFailureThatNobodyExpected_saysSoAndGoesOn() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch again = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CountDownLatch settled = new CountDownLatch(1);
        VectorWork work = () -> {
            switch (tries.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("a defect");
                case 2 -> {
                    again.countDown();
                    await(mayGoOn);
                    return OptionalInt.of(1);
                }
                default -> settled.countDown();
            }
            return OptionalInt.empty();
        };
        try (VectorBackfill backfill = new VectorBackfill("backfill", work, Duration.ofMillis(1))) {
            backfill.start();
            await(again);
            Optional<String> failure = backfill.failure();
            mayGoOn.countDown();
            await(settled);

            assertThat(failure).contains("An unexpected failure; the server's log has its cause.");
            assertThat(backfill.failure()).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
