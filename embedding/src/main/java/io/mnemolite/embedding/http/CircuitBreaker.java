package io.mnemolite.embedding.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps calls from something that fails. Closed, it lets all through; after some failures in a row it is open and lets
 * none through; after a while it is half-open and lets one through, whose outcome closes or opens it. Outcomes of calls
 * that began in an earlier state change nothing.
 */
final class CircuitBreaker {

    private sealed interface State {}

    private record Closed(int failures) implements State {}

    private record Open(long until) implements State {}

    /** @param trial the call that is out, which alone may change the state */
    private record HalfOpen(Permit trial) implements State {}

    private final int tolerated;
    private final Duration rest;
    private final LongSupplier nanoTime;
    private State state = new Closed(0);

    /**
     * @param tolerated how many failures in a row open it, at least 1
     * @param rest how long it stays open
     * @param nanoTime the clock, as {@link System#nanoTime()}
     */
    CircuitBreaker(int tolerated, Duration rest, LongSupplier nanoTime) {
        this.tolerated = tolerated;
        this.rest = rest;
        this.nanoTime = nanoTime;
    }

    /** Leave for one call, to be settled by exactly one of its methods; empty while there is none. */
    synchronized Optional<Permit> acquire() {
        Permit permit = new Permit();
        return switch (state) {
            case Closed closed -> Optional.of(permit);
            case Open open
            when nanoTime.getAsLong() - open.until() >= 0 -> {
                state = new HalfOpen(permit);
                yield Optional.of(permit);
            }
            case Open open -> Optional.empty();
            case HalfOpen halfOpen -> Optional.empty();
        };
    }

    private synchronized void settle(Permit permit, Outcome outcome) {
        switch (state) {
            case Closed(int failures) -> {
                if (outcome == Outcome.SUCCESS) {
                    state = new Closed(0);
                } else if (outcome == Outcome.FAILURE) {
                    state = failures + 1 < tolerated ? new Closed(failures + 1) : opened(rest);
                }
            }
            case Open open -> {}
            case HalfOpen(Permit trial) -> {
                if (trial == permit) {
                    state = switch (outcome) {
                        case SUCCESS -> new Closed(0);
                        case FAILURE -> opened(rest);
                        case UNKNOWN -> opened(Duration.ZERO);
                    };
                }
            }
        }
    }

    private Open opened(Duration howLong) {
        return new Open(nanoTime.getAsLong() + howLong.toNanos());
    }

    private enum Outcome {
        SUCCESS,
        FAILURE,
        UNKNOWN
    }

    /** Leave for one call. */
    final class Permit {

        private Permit() {}

        void succeeded() {
            settle(this, Outcome.SUCCESS);
        }

        void failed() {
            settle(this, Outcome.FAILURE);
        }

        /** The call was given up before it could show anything. */
        void abandoned() {
            settle(this, Outcome.UNKNOWN);
        }
    }
}
