package io.mnemolite.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeFollowerTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final int TIMES = 1_000;

    /** Nothing but the question itself can have begun the passes, however it falls in with the thread. */
    @Test
    void awaitPass_whenNoneIsDue_hasOneBegin() throws Exception {
        AtomicInteger passes = new AtomicInteger();
        try (ChangeFollower<Integer> follower = new ChangeFollower<>("follower", counting(passes), new Deaf(), NEVER)) {
            follower.start();
            for (int i = 0; i < TIMES; i++) {
                int before = passes.get();
                Deadline.after(Duration.ofSeconds(30)).call(() -> {
                    follower.awaitPass();
                    return true;
                });
                assertThat(passes.get()).isGreaterThan(before);
            }
        }
    }

    /** What came while the log could not be read, or told of, is not lost. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pass_thatFails_isMadeGoodByTheNext(boolean isExpected) throws Exception {
        List<RecordedChange<Integer>> changes = new CopyOnWriteArrayList<>();
        AtomicBoolean fails = new AtomicBoolean();
        CountDownLatch failed = new CountDownLatch(1);
        List<Integer> told = new CopyOnWriteArrayList<>();
        ChangeLog<Integer> log = new InMemoryChangeLog<>(new ChangeRecord<>() {
            @Override
            public List<RecordedChange<Integer>> changes() {
                if (fails.get()) {
                    failed.countDown();
                    throw isExpected
                            ? new MnemoliteException(ErrorCode.UNAVAILABLE, "The database is away.")
                            : new IllegalStateException("a defect");
                }
                return changes;
            }

            @Override
            public Optional<EmbeddingSpace> space() {
                return Optional.empty();
            }
        });
        ChangeListener<Integer> listener = new ChangeListener<>() {
            @Override
            public void changed(Collection<Integer> ids) {
                told.addAll(ids);
            }

            @Override
            public void everythingChanged() {}
        };
        try (ChangeFollower<Integer> follower = new ChangeFollower<>("follower", log, listener, Duration.ofMillis(1))) {
            follower.start();
            follower.awaitPass();
            fails.set(true);
            assertThat(failed.await(30, TimeUnit.SECONDS)).isTrue();
            changes.add(new RecordedChange<>(1, 7, false, 1, 0, Instant.EPOCH));
            fails.set(false);

            follower.awaitPass();

            assertThat(told).containsExactly(7);
        }
    }

    private static ChangeLog<Integer> counting(AtomicInteger passes) {
        return new InMemoryChangeLog<>(new ChangeRecord<>() {
            @Override
            public List<RecordedChange<Integer>> changes() {
                passes.incrementAndGet();
                return List.of();
            }

            @Override
            public Optional<EmbeddingSpace> space() {
                return Optional.empty();
            }
        });
    }

    private static final class Deaf implements ChangeListener<Integer> {
        @Override
        public void changed(Collection<Integer> ids) {}

        @Override
        public void everythingChanged() {}
    }
}
