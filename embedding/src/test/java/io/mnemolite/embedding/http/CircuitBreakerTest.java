package io.mnemolite.embedding.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.embedding.http.CircuitBreaker.Permit;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final Duration REST = Duration.ofSeconds(10);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final CircuitBreaker breaker = new CircuitBreaker(3, REST, clock::get);

    private Permit permit() {
        return breaker.acquire().orElseThrow();
    }

    private void open() {
        for (int i = 0; i < 3; i++) {
            permit().failed();
        }
    }

    private void rest() {
        clock.addAndGet(REST.toNanos());
    }

    @Test
    void closed_toleratesFailuresThatAreNotInARow() {
        for (int i = 0; i < 5; i++) {
            permit().failed();
            permit().failed();
            permit().succeeded();
        }

        assertThat(breaker.acquire()).isPresent();
    }

    @Test
    void closed_ignoresAbandonedCalls() {
        permit().failed();
        permit().failed();
        permit().abandoned();

        assertThat(breaker.acquire()).isPresent();
        permit().failed();
        assertThat(breaker.acquire()).isEmpty();
    }

    @Test
    void open_letsNoneThroughUntilItsRestIsOver() {
        open();
        assertThat(breaker.acquire()).isEmpty();

        clock.addAndGet(REST.toNanos() - 1);
        assertThat(breaker.acquire()).isEmpty();

        clock.addAndGet(1);
        assertThat(breaker.acquire()).isPresent();
    }

    @Test
    void open_ignoresCallsThatBeganBefore() {
        Permit before = permit();
        open();

        before.succeeded();

        assertThat(breaker.acquire()).isEmpty();
    }

    @Test
    void halfOpen_letsOneThrough() {
        open();
        rest();

        assertThat(breaker.acquire()).isPresent();
        assertThat(breaker.acquire()).isEmpty();
    }

    @Test
    void halfOpen_isClosedByASuccess() {
        open();
        rest();
        permit().succeeded();

        permit().failed();
        permit().failed();
        assertThat(breaker.acquire()).isPresent();
    }

    @Test
    void halfOpen_isOpenedByAFailure() {
        open();
        rest();
        permit().failed();

        assertThat(breaker.acquire()).isEmpty();
        rest();
        assertThat(breaker.acquire()).isPresent();
    }

    @Test
    void halfOpen_isNotChangedByCallsThatBeganBefore() {
        Permit before = permit();
        open();
        rest();
        Permit trial = permit();

        before.failed();
        trial.succeeded();

        assertThat(breaker.acquire()).isPresent();
    }

    @Test
    void halfOpen_letsAnotherThroughWhenTheTrialWasAbandoned() {
        open();
        rest();
        permit().abandoned();

        assertThat(breaker.acquire()).isPresent();
    }
}
