package io.mnemolite.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads that meet a load under way. */
@Timeout(30)
class CoherentCacheLoadTest {

    private static final EventId ID = EventId.next();
    private static final Duration LOAD_LIMIT = Duration.ofSeconds(20);

    private final Epochs epochs = new Epochs();
    private final CoherentCache<EventId, String> cache = new CoherentCache<>(
            epochs,
            new EntryRules<>(id -> List.of(new Tag.OneEvent(id)), (id, value) -> value.length(), epochs::bumpsOfEvents),
            new CacheSettings(Duration.ofSeconds(60), 10, 1 << 20, LOAD_LIMIT),
            new FakeTicker());
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger loads = new AtomicInteger();

    /** A load that waits to be released. */
    private Supplier<Optional<String>> held(String value) {
        return () -> {
            loads.incrementAndGet();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nobody may interrupt a load", e);
            }
            return Optional.of(value);
        };
    }

    private Reading read(Supplier<Optional<String>> loader) {
        return new Reading(() -> cache.get(ID, loader).orElseThrow());
    }

    /** A read in a thread of its own. */
    private static final class Reading {
        private final FutureTask<String> outcome;
        private final Thread thread;

        Reading(Callable<String> read) {
            this.outcome = new FutureTask<>(read);
            this.thread = Thread.ofVirtual().start(outcome);
        }

        void interrupt() {
            thread.interrupt();
        }

        String value() throws Exception {
            return outcome.get();
        }

        Throwable failure() throws InterruptedException {
            try {
                throw new AssertionError("Read " + outcome.get() + " instead of failing");
            } catch (ExecutionException e) {
                return e.getCause() == null ? e : e.getCause();
            }
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void get_manyAtOnce_loadOnce() throws Exception {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            readings.add(read(held("a")));
        }
        until(() -> cache.figures().coalesced() == 49);
        release.countDown();
        for (Reading reading : readings) {
            assertThat(reading.value()).isEqualTo("a");
        }
        assertThat(loads).hasValue(1);
        assertThat(cache.figures().misses()).isEqualTo(50);
        assertThat(cache.figures().loads()).isEqualTo(1);
    }

    @Test
    void get_manyAtOnceWithoutHolding_loadOncePerRound() throws Exception {
        for (int round = 1; round <= 500; round++) {
            epochs.changed(List.of(ID));
            List<Reading> readings = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                readings.add(read(() -> {
                    loads.incrementAndGet();
                    return Optional.of("a");
                }));
            }
            for (Reading reading : readings) {
                reading.value();
            }
            assertThat(loads).hasValue(round);
        }
    }

    @Test
    void get_failedLoad_releasesEveryWaiter() throws Exception {
        MnemoliteException failure = new MnemoliteException(ErrorCode.UNAVAILABLE, "The database is away.");
        Supplier<Optional<String>> failing = () -> {
            assertThat(held("").get()).isPresent();
            throw failure;
        };
        Reading leader = read(failing);
        Reading joiner = read(failing);
        until(() -> cache.figures().coalesced() == 1);
        release.countDown();
        assertThat(leader.failure()).isSameAs(failure);
        assertThat(joiner.failure()).isSameAs(failure);
        assertThat(cache.get(ID, () -> Optional.of("later"))).contains("later");
    }

    @Test
    void get_interruptedLeader_failsNobodyElse() throws Exception {
        Reading leader = read(held("a"));
        until(() -> loads.get() == 1);
        Reading joiner = read(held("b"));
        until(() -> cache.figures().coalesced() == 1);
        leader.interrupt();
        assertThat(leader.failure()).isInstanceOfSatisfying(MnemoliteException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(e.sentence()).contains("cancelled");
        });
        release.countDown();
        assertThat(joiner.value()).isEqualTo("a");
        assertThat(cache.peek(ID)).isEqualTo("a");
    }

    @Test
    void get_leaderWithPassedDeadline_failsNobodyElse() throws Exception {
        Reading leader = new Reading(() -> Deadline.after(Duration.ofMillis(50))
                .call(() -> cache.get(ID, held("a")).orElseThrow()));
        until(() -> loads.get() == 1);
        Reading joiner = read(held("b"));
        assertThat(leader.failure())
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED));
        until(() -> cache.figures().coalesced() == 1);
        release.countDown();
        assertThat(joiner.value()).isEqualTo("a");
    }

    @Test
    void load_hasADeadlineOfItsOwn() {
        Duration remaining = callWithDeadline(() -> {
            List<Duration> seen = new ArrayList<>();
            cache.get(ID, () -> {
                seen.add(Deadline.remaining(Duration.ofDays(1)));
                return Optional.of("a");
            });
            return seen.getFirst();
        });
        assertThat(remaining).isBetween(LOAD_LIMIT.minusSeconds(10), LOAD_LIMIT);
    }

    private static <T> T callWithDeadline(Callable<T> work) {
        try {
            return Deadline.after(Duration.ofSeconds(5)).call(work);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void get_duringOutdatedLoad_startsItsOwn() throws Exception {
        Reading early = read(held("old"));
        until(() -> loads.get() == 1);
        epochs.changed(List.of(ID));
        assertThat(cache.get(ID, () -> Optional.of("new"))).contains("new");
        release.countDown();
        assertThat(early.value()).isEqualTo("old");
        assertThat(cache.peek(ID)).isEqualTo("new");
        assertThat(cache.figures().discardedLoads()).isEqualTo(1);
        assertThat(cache.figures().coalesced()).isZero();
    }

    @Test
    void get_changeDuringLoad_answersButKeepsNothing() throws Exception {
        Reading reading = read(held("old"));
        until(() -> loads.get() == 1);
        epochs.changed(List.of(ID));
        release.countDown();
        assertThat(reading.value()).isEqualTo("old");
        assertThat(cache.peek(ID)).isNull();
        assertThat(cache.figures().items()).isZero();
        assertThat(cache.figures().discardedLoads()).isEqualTo(1);
    }

    @Test
    void bypass_duringLoad_readsForItself() throws Exception {
        Reading early = read(held("early"));
        until(() -> loads.get() == 1);
        assertThat(cache.bypass(ID, () -> Optional.of("fresh"))).contains("fresh");
        assertThat(cache.peek(ID)).isEqualTo("fresh");
        release.countDown();
        assertThat(early.value()).isEqualTo("early");
    }

    @Test
    void bypass_failedLoad_throwsIt() {
        assertThatThrownBy(() -> cache.bypass(ID, () -> {
                    throw new IllegalStateException("odd");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("odd");
        assertThat(cache.figures().loads()).isEqualTo(1);
    }
}
