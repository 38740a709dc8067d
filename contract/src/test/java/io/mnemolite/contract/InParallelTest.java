package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.InParallel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InParallelTest {

    @Test
    void call_givesResultsInTheOrderOfThreads() throws Exception {
        CountDownLatch lastIsDone = new CountDownLatch(1);

        assertThat(InParallel.call(2, thread -> {
                    if (thread == 0) {
                        await(lastIsDone);
                    } else {
                        lastIsDone.countDown();
                    }
                    return thread;
                }))
                .containsExactly(0, 1);
    }

    @Test
    void call_oneFails_endsThoughAnotherWaitsForIt() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> InParallel.call(2, thread -> {
                    if (thread == 1) {
                        throw new IllegalStateException("The insert failed");
                    }
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return thread;
                }))
                .hasRootCauseMessage("The insert failed");

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
