package io.mnemolite.core.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RequestPhasesTest {

    private static final long MILLISECOND = 1_000_000;

    private final RequestPhases phases = new RequestPhases();

    /** Keeps the processor busy, so that the time is at least this. */
    private static String busy() {
        long end = System.nanoTime() + MILLISECOND;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return "done";
    }

    @Test
    void work_insideOther_isNotCountedTwice() throws Exception {
        long start = System.nanoTime();
        phases.call(() -> RequestPhases.timed(Phase.INDEX, () -> {
            busy();
            return RequestPhases.timed(Phase.SQL, RequestPhasesTest::busy);
        }));
        long took = System.nanoTime() - start;

        assertThat(phases.nanos(Phase.INDEX)).isGreaterThanOrEqualTo(MILLISECOND);
        assertThat(phases.nanos(Phase.SQL)).isGreaterThanOrEqualTo(MILLISECOND);
        assertThat(phases.total()).isLessThanOrEqualTo(took);
    }

    @Test
    void work_thatFails_isCounted() {
        assertThatThrownBy(() -> phases.call(() -> RequestPhases.timed(Phase.POOL, () -> {
                    busy();
                    throw new IOException("no");
                })))
                .isInstanceOf(IOException.class);

        assertThat(phases.nanos(Phase.POOL)).isGreaterThanOrEqualTo(MILLISECOND);
    }

    @Test
    void work_outsideOfARequest_isDoneAndNotCounted() {
        assertThat(RequestPhases.timed(Phase.SQL, RequestPhasesTest::busy)).isEqualTo("done");
        assertThat(phases.total()).isZero();
    }

    @Test
    void work_carriedToAnotherThread_isCounted() throws Exception {
        Supplier<String> carried =
                phases.call(() -> RequestPhases.carried(() -> RequestPhases.timed(Phase.SQL, RequestPhasesTest::busy)));
        Thread thread = Thread.ofVirtual().start(() -> assertThat(carried.get()).isEqualTo("done"));
        thread.join();

        assertThat(phases.nanos(Phase.SQL)).isGreaterThanOrEqualTo(MILLISECOND);
    }
}
