package io.mnemolite.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.embedding.EmbeddingSpace;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChangeFollowerTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final int TIMES = 1_000;

    /** Nothing but the question itself can have begun the passes, however it falls in with the thread. */
    @Test
    void awaitPass_whenNoneIsDue_hasOneBegin() throws Exception {
        AtomicInteger passes = new AtomicInteger();
        try (ChangeFollower<Integer> follower =
                new ChangeFollower<>("follower", counting(passes), new Deaf(), NEVER)) {
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
