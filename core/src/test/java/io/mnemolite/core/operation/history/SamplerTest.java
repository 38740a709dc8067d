package io.mnemolite.core.operation.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SamplerTest {

    private static final long PATIENCE_SECONDS = 30;

    private final SampleHistory history = new SampleHistory();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch fourth = new CountDownLatch(4);

    @Test
    void failingSample_isLeftOut_andTheNextOnesAreTaken() throws InterruptedException {
        try (Sampler sampler = new Sampler(history, Duration.ofMillis(1))) {
            sampler.start(this::sample);
            assertThat(fourth.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(history.samples())
                .extracting(Sample::at)
                .contains(Samples.START.plusSeconds(1), Samples.START.plusSeconds(3))
                .doesNotContain(Samples.START.plusSeconds(2));
    }

    @Test
    void close_endsTheSampling_alsoOfOneThatNeverBegan() throws InterruptedException {
        new Sampler(history).close();
        Sampler sampler = new Sampler(history, Duration.ofDays(1));
        CountDownLatch taken = new CountDownLatch(1);
        sampler.start(() -> {
            taken.countDown();
            return Samples.at(0);
        });
        assertThat(taken.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        sampler.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("sampler"));
    }

    private Sample sample() {
        int number = asked.incrementAndGet();
        fourth.countDown();
        if (number == 2) {
            throw new IllegalStateException("This one cannot be taken.");
        }
        return Samples.at(number);
    }
}
