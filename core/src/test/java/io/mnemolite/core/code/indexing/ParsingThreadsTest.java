package io.mnemolite.core.code.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParsingThreadsTest {

    private final ParsingThreads threads = new ParsingThreads(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        threads.close();
    }

    private int pass(int number) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return number;
    }

    @Test
    void await_returnsResultsInTheOrderOfTheItems() {
        List<Integer> items = IntStream.range(0, 50).boxed().toList();

        assertThat(threads.begin(items, item -> -item).await())
                .isEqualTo(items.stream().map(item -> -item).toList());
        assertThat(threads.begin(List.<Integer>of(), item -> item).await()).isEmpty();
    }

    /** A defect of the task must not have the request, and whoever waits for its lock, wait for an hour. */
    @Test
    void await_ofATaskThatThrows_failsWithItsCause_whenTheOthersAreDone() {
        assertThatThrownBy(() -> Deadline.after(Duration.ofSeconds(5))
                        .call(() -> threads.begin(List.of(1, 0, 2), item -> 6 / item)
                                .await()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A task of parsing ended without a result")
                .hasCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void await_pastTheDeadline_saysSo() {
        ParsingThreads.Work<Integer> work = threads.begin(List.of(1, 2), this::pass);

        assertThatThrownBy(() -> Deadline.after(Duration.ofMillis(1)).call(work::await))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("longer than its deadline");
    }

    @Test
    void close_ofWork_beginsNothingMore() {
        AtomicInteger begun = new AtomicInteger();
        ParsingThreads.Work<Integer> given = threads.begin(List.of(1, 2, 3), item -> {
            begun.incrementAndGet();
            return pass(item);
        });

        given.close();
        gate.countDown();

        // The one thread does this after whatever is left of the work before it.
        assertThat(threads.begin(List.of(7), item -> item).await()).containsExactly(7);
        assertThat(threads.begin(List.of(8), item -> item).await()).containsExactly(8);
        assertThat(begun.get()).isLessThanOrEqualTo(1);
    }
}
